import type { Level } from '../change.ts'

/** What a change needs of a version number. */
export type Bump = Level | 'none'

const bumps: Bump[] = ['none', 'patch', 'minor', 'major']

/** Negative where `one` is the smaller bump. */
export const compareBumps = (one: Bump, other: Bump) => bumps.indexOf(one) - bumps.indexOf(other)

/** The largest of them; `none` of none. */
export function largest(list: Iterable<Bump>): Bump {
  return [...list].reduce((one, other) => (compareBumps(one, other) < 0 ? other : one), 'none')
}

/**
 * The bump that brings a change to users who ask for `^version`, or keeps it from them.
 * `^0.2.0` takes 0.2.1 and not 0.3.0, so before 1.0.0 a break needs `minor`, and all else reaches people as `patch`.
 * Only the decision to be stable makes a 1.0.0, never a break.
 */
export function bumpFor(change: Bump, version: string): Bump {
  if (!version.startsWith('0.') || change === 'none') return change
  return change === 'major' ? 'minor' : 'patch'
}
