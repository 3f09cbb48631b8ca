import type { Change, Side, Usage } from './change.ts'
import { fingerprint, type Approval } from './gate/approvals.ts'
import type { Cause } from './report.ts'
import { bumpOf } from './source/compare-sources.ts'
import type { TypeEffect } from './source/compare-types.ts'
import type { Witness } from './witness/index.ts'

/**
 * Joins the two opinions: each effect on the types goes to the changes of the contract that cause it,
 * and one that no change of the contract explains is a cause of its own.
 */
export function joinCauses(
  changes: Change[],
  effects: TypeEffect[],
  approvals: Approval[],
  witnesses: Map<Change, Witness>,
): Cause[] {
  const types = new Map<Change, TypeEffect[]>(changes.map((change) => [change, []]))
  const unexplained = effects.filter((effect) => {
    const causes = findCauses(changes, effect)
    for (const change of causes) types.get(change)!.push(effect)
    return causes.length === 0
  })
  const reasons = new Map(approvals.map((approval) => [approval.fingerprint, approval.reason]))
  const complete = (cause: Omit<Cause, 'fingerprint'>): Cause => {
    const print = fingerprint(cause)
    const reason = cause.level === 'major' ? reasons.get(print) : undefined
    return { ...cause, fingerprint: print, ...(reason !== undefined && { approved: reason }) }
  }
  return [
    ...changes.map((change) => {
      const payload = witnesses.get(change)
      return complete({ ...change, seenBy: 'contract', types: types.get(change)!, ...(payload && { payload }) })
    }),
    ...unexplained.map((effect) => complete(describeEffect(effect))),
  ]
}

/** The changes nearest to an effect: at its path, else at the closest path around it; of several, those of its kind. */
function findCauses(changes: Change[], effect: TypeEffect): Change[] {
  const { breaks, usages } = effect
  const distances = changes
    .filter((change) => breaks.length === 0 || change.breaks.some((side) => breaks.includes(side)))
    .map((change) => ({ change, distance: Math.min(...usages.map((usage) => distanceTo(change.usages, usage))) }))
    .filter(({ distance }) => distance < Infinity)
  const nearest = Math.min(...distances.map(({ distance }) => distance))
  const near = distances.filter(({ distance }) => distance === nearest).map(({ change }) => change)
  const kin = near.filter((change) => isKin(change, effect))
  return kin.length > 0 ? kin : near
}

/** Whether a rule is about the same: two changes can meet in one property, such as its type and its being required. */
function isKin({ rule }: Change, { kind }: TypeEffect): boolean {
  return /requir|optional/.test(rule) === kind.startsWith('became') && /null/.test(rule) === kind.endsWith(' null')
}

function distanceTo(usages: Usage[], effect: Usage): number {
  const distances = usages
    .filter((usage) => isSameMessage(usage, effect))
    .map((usage) => distanceOfPaths(keysOf(usage.path), keysOf(effect.path)))
  return Math.min(Infinity, ...distances)
}

function isSameMessage(usage: Usage, effect: Usage): boolean {
  if (usage.operation !== effect.operation || usage.side !== effect.side || usage.status !== effect.status) return false
  // Parameters and headers have no media type; nor has the body as a whole, whose path is empty.
  if (usage.path === '') return effect.path === '' || effect.mediaType !== undefined
  return effect.path === '' || usage.mediaType === effect.mediaType
}

/** How far below `from` a path is; a change below the effect, which the compiler could not place, is a little farther. */
function distanceOfPaths(from: string[], to: string[]): number {
  const [short, long] = from.length <= to.length ? [from, to] : [to, from]
  if (short.some((key, index) => key !== long[index])) return Infinity
  return long.length - short.length + (from.length > to.length ? 0.5 : 0)
}

/** The names of headers are the same in any case. */
const keysOf = (path: string) =>
  (path.startsWith('header ') ? path.toLowerCase() : path).split(/[. ]|(?=\[)/).filter((key) => key !== '')

function describeEffect(effect: TypeEffect): Omit<Cause, 'fingerprint'> {
  const { kind, breaks, path, before, after, usages } = effect
  return {
    rule: `types-${kind.replaceAll(' ', '-')}`,
    level: bumpOf(effect) === 'major' ? 'major' : 'minor',
    breaks: breaks.toSorted() satisfies Side[],
    pointer: '',
    path: path || 'the body',
    message: `\`${path || 'the body'}\` ${sentences[kind]}`,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    usages,
    seenBy: 'compiler',
    types: [effect],
  }
}

const sentences: Record<TypeEffect['kind'], string> = {
  added: 'is new in the types.',
  'became optional': 'became optional in the types.',
  'became required': 'became required in the types.',
  'can be null': 'can be null in the types.',
  changed: 'has another type.',
  gone: 'is gone from the types.',
  'name gone': 'is no longer a name of the types.',
  narrower: 'has a narrower type.',
  'never null': 'is never null in the types.',
  wider: 'has a wider type.',
}
