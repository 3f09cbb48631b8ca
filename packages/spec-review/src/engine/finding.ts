import type { Level, Side, Step } from '../change.ts'

/** What one difference between two schemas means, before it is known which side of which operation reaches it. */
export interface Finding {
  rule: string
  pointer: string
  /** The rest of a sentence that starts with the path. */
  says: string
  before?: unknown
  after?: unknown
  /** The step from the pair to what differs, such as a property that one side lacks. */
  step?: Step
  /** Some value that was accepted is rejected now. */
  narrows: boolean
  /** Some value that was rejected is accepted now. */
  widens: boolean
  /** The narrowing concerns a name that nothing declared before, which the open world of JSON Schema allows. */
  isTolerated?: boolean
  /** What the difference needs by policy, whatever the sets of values say. */
  floor?: Partial<Record<Side, Level>>
}

/** How the narrowing and widening of a part carry over to the whole. */
export interface Effect {
  narrowsWhenNarrowed: boolean
  widensWhenWidened: boolean
  widensWhenNarrowed: boolean
  narrowsWhenWidened: boolean
}

export const SAME: Effect = {
  narrowsWhenNarrowed: true,
  widensWhenWidened: true,
  widensWhenNarrowed: false,
  narrowsWhenWidened: false,
}

/** Below `not`: what narrows the part widens the whole. */
export const INVERSE: Effect = {
  narrowsWhenNarrowed: false,
  widensWhenWidened: false,
  widensWhenNarrowed: true,
  narrowsWhenWidened: true,
}

/** Whether a part is excluded, so that all it says is turned round. */
export const isExclusion = ({ narrowsWhenNarrowed, narrowsWhenWidened }: Effect) =>
  narrowsWhenWidened && !narrowsWhenNarrowed

/** Below `if`, and in a branch of a `oneOf` that overlaps with another: any difference may do either. */
export const EITHER: Effect = {
  narrowsWhenNarrowed: true,
  widensWhenWidened: true,
  widensWhenNarrowed: true,
  narrowsWhenWidened: true,
}

/** The effect of a part within a part. */
export function compose(outer: Effect, inner: Effect): Effect {
  return {
    narrowsWhenNarrowed:
      (outer.narrowsWhenNarrowed && inner.narrowsWhenNarrowed) ||
      (outer.narrowsWhenWidened && inner.widensWhenNarrowed),
    narrowsWhenWidened:
      (outer.narrowsWhenNarrowed && inner.narrowsWhenWidened) || (outer.narrowsWhenWidened && inner.widensWhenWidened),
    widensWhenWidened:
      (outer.widensWhenWidened && inner.widensWhenWidened) || (outer.widensWhenNarrowed && inner.narrowsWhenWidened),
    widensWhenNarrowed:
      (outer.widensWhenWidened && inner.widensWhenNarrowed) || (outer.widensWhenNarrowed && inner.narrowsWhenNarrowed),
  }
}

/** What a finding does to the whole. */
export function applyEffect(finding: Finding, effect: Effect): { narrows: boolean; widens: boolean } {
  const isDirect = !effect.widensWhenNarrowed && !effect.narrowsWhenWidened
  const narrows = finding.narrows && !(finding.isTolerated && isDirect)
  return {
    narrows: (narrows && effect.narrowsWhenNarrowed) || (finding.widens && effect.narrowsWhenWidened),
    widens: (finding.widens && effect.widensWhenWidened) || (narrows && effect.widensWhenNarrowed),
  }
}

/** What a side needs: callers may send what was accepted, readers get nothing that was impossible. */
export function levelOf(finding: Finding, effect: Effect, side: Side): Level {
  const { narrows, widens } = applyEffect(finding, effect)
  const floor = finding.floor?.[side]
  if ((side === 'request' ? narrows : widens) || floor === 'major') return 'major'
  return finding.narrows || finding.widens || floor === 'minor' ? 'minor' : 'patch'
}
