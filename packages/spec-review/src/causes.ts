import type { Change, Side, Step, Usage } from './change.ts'
import { findRenamed } from './renames.ts'
import { sayChange, sayPlace } from './render/text/say.ts'
import { isSameMessage, isSameStep } from './usage.ts'
import { fingerprint, type Approval } from './gate/approvals.ts'
import type { Cause } from './report.ts'
import { bumpOf, type SourceChange } from './source/compare-sources.ts'
import type { TypeEffect } from './source/compare-types.ts'
import type { Witness } from './witness/index.ts'

/**
 * Joins the two opinions: each effect on the types goes to the changes of the contract that cause it,
 * and one that no change of the contract explains is a cause of its own.
 */
export function joinCauses(
  changes: Change[],
  { effects, operations }: Pick<SourceChange, 'effects' | 'operations'>,
  approvals: Approval[],
  witnesses: Map<Change, Witness>,
): Cause[] {
  const types = new Map<Change, TypeEffect[]>(changes.map((change) => [change, []]))
  const findCauses = createFindCauses(changes)
  const unexplained = effects.filter((effect) => {
    const causes = findCauses(effect)
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
      const { name: _name, says: _says, ...rest } = change
      const payload = witnesses.get(change)
      const typesCompared =
        change.usages.length > 0 && change.usages.every(({ operation }) => operations.has(operation))
      const renamed = findRenamed(change, changes)
      const own = {
        ...rest,
        ...(renamed !== undefined && { renamed }),
        ...doubt(change, unexplained),
        ...sayChange(change),
      }
      return complete({
        ...own,
        seenBy: 'contract',
        types: types.get(change)!,
        typesCompared,
        ...(payload && { payload }),
      })
    }),
    ...unexplained.map((effect) => complete(describeEffect(effect))),
  ]
}

/** What the rules take for another spelling is not understood where the compiler sees null come or go. */
function doubt({ rule }: Change, unexplained: TypeEffect[]): Partial<Change> {
  const isDoubtful = rule === 'spelling-changed' && unexplained.some(({ kind }) => kind.endsWith(' null'))
  return isDoubtful ? { rule: 'not-understood', level: 'minor' } : {}
}

type Near = (effect: TypeEffect) => Change[]

/** The changes nearest to an effect: at its path, else at the closest path around it; of several, those of its kind. */
function createFindCauses(changes: Change[]): Near {
  const byResponse = new Map<string, { change: Change; usage: Usage }[]>()
  for (const change of changes) {
    for (const usage of change.usages) {
      const key = keyOfResponse(usage)
      byResponse.set(key, [...(byResponse.get(key) ?? []), { change, usage }])
    }
  }
  return (effect) => {
    const { breaks, usages } = effect
    const distances = new Map<Change, number>()
    for (const place of usages) {
      for (const { change, usage } of byResponse.get(keyOfResponse(place)) ?? []) {
        if (breaks.length > 0 && !change.breaks.some((side) => breaks.includes(side))) continue
        const distance = isAbout(usage, place) ? distanceOfSteps(usage.steps, place.steps) : Infinity
        if (distance < (distances.get(change) ?? Infinity)) distances.set(change, distance)
      }
    }
    const nearest = Math.min(...distances.values())
    const near = changes.filter((change) => distances.get(change) === nearest)
    const kin = near.filter((change) => isKin(change, effect))
    return kin.length > 0 ? kin : near
  }
}

const keyOfResponse = ({ operation, side, status }: Usage) => [operation, side, status].join('\n')

/** Whether a rule is about the same: two changes can meet in one property, such as its type and its being required. */
function isKin({ rule }: Change, { kind }: TypeEffect): boolean {
  if (kind === 'name gone') return rule.startsWith('operation-')
  return /requir|optional/.test(rule) === kind.startsWith('became') && /null/.test(rule) === kind.endsWith(' null')
}

/** A body that is there or not, as a whole, has no media type. */
function isAbout(usage: Usage, effect: Usage): boolean {
  if (usage.parameter || effect.parameter || (usage.mediaType && effect.mediaType)) return isSameMessage(usage, effect)
  const { mediaType } = usage.steps.length === 0 ? effect : usage
  return isSameMessage({ ...usage, ...(mediaType && { mediaType }) }, { ...effect, ...(mediaType && { mediaType }) })
}

/** How far below `from` a place is; a change below the effect, which the compiler could not place, is a little farther. */
function distanceOfSteps(from: Step[], to: Step[]): number {
  const [short, long] = from.length <= to.length ? [from, to] : [to, from]
  if (!short.every((step, index) => isSameStep(step, long[index]))) return Infinity
  return long.length - short.length + (from.length > to.length ? 0.5 : 0)
}

function describeEffect(effect: TypeEffect): Omit<Cause, 'fingerprint'> {
  const { kind, breaks, before, after, usages } = effect
  const path = effect.name ?? sayPlace(usages[0]!)
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
    typesCompared: true,
    types: [effect],
  }
}

const sentences: Record<TypeEffect['kind'], string> = {
  added: 'is new in the types.',
  'became optional': 'became optional in the types.',
  'became required': 'became required in the types.',
  'can be null': 'can be null in the types.',
  changed: 'has a different type.',
  gone: 'is gone from the types.',
  'name gone': 'is no longer a name of the types.',
  narrower: 'has a narrower type.',
  'never null': 'is never null in the types.',
  wider: 'has a wider type.',
}
