import type { Json } from './change.ts'
import { joinCauses } from './causes.ts'
import { compareDocuments } from './engine/index.ts'
import { largest, type Bump } from './gate/bump.ts'
import type { Approval } from './gate/approvals.ts'
import { splitPointer, valueAt } from './document/pointer.ts'
import type { Locate } from './input/locate.ts'
import type { OpenApi } from './input/read-document.ts'
import { weigh, type Cause, type Report } from './report.ts'
import { bumpOf, compareSources } from './source/compare-sources.ts'
import type { RecordedCall } from './source/recorded-calls.ts'
import { findDefects, findUnsearched, findWitnesses } from './witness/index.ts'

/** A document and the lines behind it. */
export interface Input {
  document: OpenApi
  /** Called only where there is a change, because it reads every file again. */
  createLocate: () => Locate
}

/** What the documents themselves say, before packages and changesets are looked at. */
export interface Assessment {
  report: Pick<Report, 'bump' | 'source' | 'causes' | 'calls' | 'defects' | 'sourceLeftOut' | 'unsearched'>
  /** What each axis needs once approvals are heard. */
  needs: { contract: Bump; source: Bump }
}

/** Compares two documents on both axes. */
export function assess(base: Input, head: Input, calls: RecordedCall[], approvals: Approval[]): Assessment {
  const after = useVersion(head.document, base.document)
  const changes = compareDocuments(base.document, after)
  const witnesses = findWitnesses(base.document, after, changes)
  const source = compareSources(base.document, head.document, calls)
  const causes = joinCauses(changes, source, approvals, witnesses)
  const contract = causes.filter(({ seenBy }) => seenBy === 'contract')
  const report = {
    bump: largest(contract.map(({ level }) => level)),
    source: source.bump,
    causes: causes.length > 0 ? locateAll(causes, base, head) : [],
    calls: { compiled: source.calls, broken: source.brokenCalls },
    unsearched: findUnsearched(base.document, after),
    defects: findDefects(base.document, after, changes),
    ...(source.leftOut !== undefined && { sourceLeftOut: source.leftOut }),
  }
  const needs = { contract: largest(contract.map(weigh)), source: weighSource(source.bump, causes) }
  return { report, needs }
}

/** A release writes the version: it is what a bump becomes, and no reason for another. */
function useVersion(document: OpenApi, other: OpenApi): OpenApi {
  const [info, { version }] = [asObject(document['info']), asObject(other['info'])]
  return info['version'] === undefined || version === undefined ? document : { ...document, info: { ...info, version } }
}

const asObject = (node: Json | undefined) =>
  typeof node === 'object' && node !== null && !Array.isArray(node) ? node : {}

function weighSource(bump: Bump, causes: Cause[]): Bump {
  const isApproved = causes.some(({ approved, types }) => approved !== undefined && types.length > 0)
  if (!isApproved) return bump
  const effects = causes.filter(({ approved }) => approved === undefined).flatMap(({ types }) => types)
  return largest(['patch', ...effects.map(bumpOf)])
}

function locateAll(causes: Cause[], base: Input, head: Input): Cause[] {
  const locators = { base: once(base.createLocate), head: once(head.createLocate) }
  const documents = { base: base.document, head: head.document }
  const find = (cause: Cause, at: 'base' | 'head') => {
    const place = locators[at]()(findItem(cause, documents[at]))
    return place && { ...place, at }
  }
  return causes.map((cause) => {
    if (cause.seenBy === 'compiler') return cause
    // The pointer of what was removed can lead to something else in the head, such as the next item of a list.
    const place =
      cause.after === undefined && cause.before !== undefined
        ? (find(cause, 'base') ?? find(cause, 'head'))
        : (find(cause, 'head') ?? find(cause, 'base'))
    return place ? { ...cause, place } : cause
  })
}

/** Reading every file again is slow, and most changes need it of the head only. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** A list such as `required` is told by its key; the line to show is that of the item. */
function findItem({ pointer, usages }: Cause, document: OpenApi): string {
  const list = valueAt(document, splitPointer(pointer))
  const index = Array.isArray(list) ? list.indexOf((usages[0]?.steps.at(-1) as string | undefined) ?? '') : -1
  return index === -1 ? pointer : `${pointer}/${index}`
}
