import { renderTypes } from '@seam-acs/codegen/types'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { listOperations } from '../document/document.ts'
import { asText } from '../document/json.ts'
import { causeOf } from '../failure.ts'
import { largest, type Bump } from '../gate/bump.ts'
import type { OpenApi } from '../input/read-document.ts'
import { compareTypes, type TypeEffect } from './compare-types.ts'
import { createProgram } from './program.ts'
import { leaveOutUnchanged } from './unchanged.ts'
import { findBrokenCalls, writeCall, type BrokenCall, type RecordedCall } from './recorded-calls.ts'

/** What a change does to code that is compiled against the generated types. */
export interface SourceChange {
  bump: Bump
  effects: TypeEffect[]
  brokenCalls: BrokenCall[]
  /** The operations whose types were compared: webhooks and callbacks have none in `paths`. */
  operations: Set<string>
  /** How many recorded calls were compiled. */
  calls: number
  /** Why there is nothing to say, where the generator rejects a document. */
  leftOut?: string
}

/** Generates the types of both documents with the generator of this work tree, and lets the compiler compare them. */
export function compareSources(base: OpenApi, head: OpenApi, calls: RecordedCall[]): SourceChange {
  // Recorded calls are compiled against all of the types.
  const documents: [OpenApi, OpenApi] = calls.length > 0 ? [base, head] : leaveOutUnchanged(base, head)
  const texts = renderEach(documents)
  if (typeof texts === 'string') {
    return { bump: 'none', effects: [], brokenCalls: [], operations: new Set(), calls: 0, leftOut: texts }
  }
  const [before = '', after = ''] = texts
  const all = listOperations({ root: head }).map(({ name }) => name)
  if (before === after) {
    const operations = new Set(all)
    return { bump: 'none', effects: [], brokenCalls: [], operations, calls: calls.length }
  }

  const programs = calls.map((call, index) => ({
    file: call.file,
    base: `/base-call-${index}.ts`,
    head: `/head-call-${index}.ts`,
    call,
  }))
  const program = createProgram(
    new Map([
      ['/base.ts', before],
      ['/head.ts', after],
      ...programs.flatMap((item): [string, string][] => [
        [item.base, writeCall(item.call, './base.ts')],
        [item.head, writeCall(item.call, './head.ts')],
      ]),
    ]),
  )
  const { effects, operations: compared } = compareTypes(program, '/base.ts', '/head.ts')
  const left = new Set(listOperations({ root: documents[1] }).map(({ name }) => name))
  const operations = compared.union(new Set(all).difference(left))
  const brokenCalls = findBrokenCalls(program, programs)
  const breaks = brokenCalls.length > 0 ? (['major'] as const) : []
  return {
    bump: largest(['patch', ...breaks, ...effects.map(bumpOf)]),
    effects: effects.map((effect) => nameOwner(effect, base)),
    brokenCalls,
    operations,
    calls: calls.length,
  }
}

/** A name that is gone with its operation, as an effect on that. */
function nameOwner(effect: TypeEffect, base: OpenApi): TypeEffect {
  if (effect.name === undefined) return effect
  const owner = listOperations({ root: base }).find(
    ({ operation }) => effect.name === `operations['${asText(operation.node['operationId'])}']`,
  )
  return owner ? { ...effect, usages: [{ operation: owner.name, side: 'request', steps: [] }] } : effect
}

/** The types of each; the reason where there are none. */
function renderEach(documents: OpenApi[]): string[] | string {
  try {
    return documents.map((document) => renderTypes(document as object as OpenApiDocument))
  } catch (error) {
    return causeOf(error)
  }
}

/** The engine's measure: a difference that breaks nobody is a feature of the types. */
export function bumpOf({ breaks }: TypeEffect): Bump {
  return breaks.length > 0 ? 'major' : 'minor'
}
