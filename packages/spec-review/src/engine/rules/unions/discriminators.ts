import type { Json } from '../../../change.ts'
import type { Children } from '../../../document/children.ts'
import { asArray, asObject, asText, isSame, type JsonObject } from '../../../document/json.ts'
import { splitFragment } from '../../../document/pointer.ts'
import { accepts } from '../../schema/accepts.ts'
import { componentOf } from '../../schema/union/branch-tags.ts'
import type { Comparison } from '../../schema/comparison.ts'
import { readChildren } from '../../schema/children.ts'
import { readMember } from '../../schema/members.ts'
import type { Reader, View } from '../../schema/view.ts'
import { locate, quoteAll } from '../report.ts'

interface Discriminator {
  property: string
  /** The tags that are possible, each with the component that it stands for. */
  tags: Map<string, string>
  /** The components among the alternatives. */
  names: Set<string>
  /** Those of them that no list of alternatives names. */
  children: Children
  /** What no rule understands. */
  others: JsonObject
}

/** Which tag stands for which alternative. A tag that goes is rejected, though no schema says so. */
export function compareDiscriminators(comparison: Comparison): void {
  const { base, head, readers, report } = comparison
  const [before, after] = [readDiscriminator(readers.base, base), readDiscriminator(readers.head, head)]
  const pointer = locate(base, head, 'discriminator')
  if (before && after && !isSame(before.others, after.others)) {
    report({
      rule: 'not-understood',
      pointer,
      says: 'has a different `discriminator`',
      before: before.others,
      after: after.others,
      narrows: false,
      widens: false,
      floor: { request: 'minor', response: 'minor' },
    })
  }
  if (!before || !after) {
    if (before === after) return
    const says = after ? `is told apart by \`${after.property}\`` : `is no longer told apart by \`${before!.property}\``
    report({
      rule: 'discriminator-changed',
      pointer,
      says,
      narrows: false,
      widens: false,
      floor: { request: 'minor', response: 'minor' },
    })
    return
  }
  if (before.property !== after.property) {
    report({
      rule: 'discriminator-changed',
      pointer,
      says: `is told apart by \`${after.property}\` instead of \`${before.property}\``,
      before: before.property,
      after: after.property,
      narrows: true,
      widens: true,
    })
    return
  }
  for (const [tag, name] of before.tags) {
    const [child, other] = [before.children.get(name), after.children.get(after.tags.get(tag) ?? '')]
    if (child && other) comparison.descend([child], [other], undefined)
  }
  const lost = [...before.tags.keys()].filter((tag) => !after.tags.has(tag))
  const gained = [...after.tags.keys()].filter((tag) => !before.tags.has(tag))
  const moved = [...before.tags]
    .filter(([tag, name]) => isMoved(name, after.tags.get(tag), before.names, after.names))
    .map(([tag]) => tag)
  const values = { before: Object.fromEntries(before.tags), after: Object.fromEntries(after.tags) }
  const note = { pointer, ...values, narrows: false, widens: false }
  const property = `\`${before.property}\``
  if (lost.length > 0) {
    const floor = { request: 'major', response: 'minor' } as const
    report({
      ...note,
      rule: 'discriminator-value-removed',
      says: `no longer knows ${quoteAll(lost)} as ${property}`,
      floor,
    })
  }
  if (gained.length > 0) {
    const floor = { request: 'minor', response: 'minor' } as const
    report({ ...note, rule: 'discriminator-value-added', says: `knows ${quoteAll(gained)} as ${property} too`, floor })
  }
  if (moved.length > 0) {
    const floor = { request: 'major', response: 'major' } as const
    report({ ...note, rule: 'discriminator-value-moved', says: `means another schema by ${quoteAll(moved)}`, floor })
  }
}

/** Tags of the mapping, and the names of the components that it leaves out, as far as the alternatives let them through. */
function readDiscriminator(reader: Reader, view: View): Discriminator | undefined {
  const holder = view.parts.findLast(({ node }) => node['discriminator'] !== undefined)
  if (!holder) return undefined
  const { propertyName, mapping, ...rest } = asObject(holder.node['discriminator'])
  const others = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('x-')))
  const property = asText(propertyName)
  const branches = view.parts.flatMap(({ node: part, pointer }) =>
    ['anyOf', 'oneOf'].flatMap((keyword) => asArray(part[keyword]).map((branch) => ({ node: branch, pointer }))),
  )
  const { children, own } =
    branches.length > 0 ? { children: new Map(), own: [] } : readChildren(reader.document, view, holder)
  const names = [...branches.flatMap((branch) => componentOf([branch]) ?? []), ...children.keys(), ...own]
  const mapped = Object.entries(asObject(mapping))
    .map(([tag, target]): [string, string] => [tag, nameOf(target)])
    .filter(([, name]) => own.length === 0 || names.includes(name))
  const left = names.filter((name) => !mapped.some(([, other]) => other === name))
  const takes = (owner: View, tag: string) =>
    accepts(reader, reader.read(readMember(reader, owner, property).places), tag) !== false
  const tags = [...mapped, ...left.map((name): [string, string] => [name, name])].filter(([tag, name]) => {
    const place = branches.find((branch) => componentOf([branch]) === name)
    return takes(view, tag) && (!place || takes(reader.read([place]), tag))
  })
  return { property, tags: new Map(tags), names: new Set(names), children, others }
}

/** A component of another name is the same one renamed, unless one of the two is still or was already another alternative. */
function isMoved(name: string, other: string | undefined, before: Set<string>, after: Set<string>): boolean {
  return other !== undefined && other !== name && (after.has(name) || before.has(other))
}

const nameOf = (target: Json) => {
  const text = asText(target)
  return text.includes('/') ? (splitFragment(text).at(-1) ?? text) : text
}
