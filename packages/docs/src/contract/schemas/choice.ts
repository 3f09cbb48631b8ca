import { constraints } from '../document/keywords.ts'
import { toAnchor } from '../pages/paths.ts'
import type { Alternative, Choice, Shape } from './shape.ts'

/** Gives the alternatives of all choices of a shape the labels, addresses and prefixes by which a page tells them apart. */
export function labelChoices({ groups, choices }: Pick<Shape, 'choices' | 'groups'>): Choice[] {
  const own = listOwn({ groups })
  const inner = choices.flatMap(({ alternatives }) => alternatives.flatMap(listAnchors))
  const known = new Set(own)
  let count = 0
  const label = (alternative: Alternative): Alternative => {
    count++
    const name = findTag(alternative) ?? alternative.name ?? String(count)
    let anchor = toAnchor(name)
    while (known.has(anchor)) anchor += '~'
    known.add(anchor)
    return { ...alternative, label: name, anchor }
  }
  const labelled = choices.map((choice) => ({ ...choice, alternatives: choice.alternatives.map(label) }))
  const isShared = (anchor: string) => known.has(anchor) || inner.filter((other) => other === anchor).length > 1
  return labelled.map(({ exclusive, alternatives }) => {
    const isTagged = alternatives.filter(findTag).length * 2 > alternatives.length
    const needsPrefix = (one: Alternative) => isTagged || one.items !== undefined || listAnchors(one).some(isShared)
    return {
      exclusive,
      isTagged,
      alternatives: alternatives.map((one) => ({ ...one, prefix: needsPrefix(one) ? `${one.anchor}.` : '' })),
    }
  })
}

const listOwn = ({ groups }: Pick<Shape, 'groups'>) =>
  groups.flatMap(({ properties }) => properties.map(({ anchor }) => anchor))

/** The addresses inside an alternative, as far as they can meet those of its neighbours. */
function listAnchors(shape: Shape): string[] {
  const alternatives = shape.choices.flatMap((choice) => choice.alternatives)
  const inside = alternatives.filter(({ prefix }) => prefix === '')
  return [...listOwn(shape), ...alternatives.map(({ anchor }) => anchor), ...inside.flatMap(listAnchors)]
}

/** The fixed value that distinguishes an alternative. */
const findTag = ({ groups }: Shape): string | undefined =>
  groups
    .flatMap(({ properties }) => properties.flatMap(({ facts }) => facts))
    .find(({ label }) => label === constraints.const)?.value

/** Whether an alternative says only which properties are needed, which others declare. */
export const isNeedOnly = ({ groups, choices, facts, values, items, needs }: Shape) =>
  needs.length > 0 && groups.length + choices.length + facts.length + values.length === 0 && !items

/** The choices that make a request valid, which come before the properties, and the lists of codes, which come after them. */
export const splitChoices = ({ choices }: Shape): [rules: Choice[], codes: Choice[]] => [
  choices.filter(({ isTagged }) => !isTagged),
  choices.filter(({ isTagged }) => isTagged),
]

/** What stands between alternatives that have properties and the properties of the shape itself. */
export const otherProperties = 'Other properties'

/** Whether a shape has properties beside those of its alternatives. */
export const hasOtherProperties = (shape: Shape) =>
  shape.groups.length > 0 &&
  splitChoices(shape)[0].some(({ alternatives }) => alternatives.some(({ groups }) => groups.length > 0))

/** Says how many of the alternatives have to hold. */
export function describeChoice({ isTagged, exclusive }: Choice): string {
  if (isTagged) return 'One of these:'
  return exclusive ? 'Exactly one of these:' : 'At least one of these:'
}

/** The names under which an alternative is shown: what only it needs, or else its label. */
export function nameAlternative({ isTagged, alternatives }: Choice, { needs, label }: Alternative): string[] {
  const isShared = alternatives.filter((other) => other.needs.join() === needs.join()).length > 1
  return isTagged || isShared || needs.length === 0 ? [label] : needs
}
