import type { Announced } from './changesets.ts'
import { bumpFor, compareBumps, largest, type Bump } from './bump.ts'

/** What the bump of one published package should be and is. */
export interface PackageVerdict {
  name: string
  version: string
  /** The larger of the contract's and the source's need, by the policy for the version. */
  needed: Bump
  announced: Bump
  /** `missing`: no changeset names it. */
  verdict: 'fits' | 'too small' | 'too large' | 'missing'
}

/** Compares what each package needs with what the changesets say. */
export function compareWithChangesets(packages: Announced[], contract: Bump, source: Bump): PackageVerdict[] {
  return packages.map(({ name, version, announced }) => {
    const needed = bumpFor(largest([contract, source]), version)
    return { name, version, needed, announced, verdict: compare(needed, announced) }
  })
}

function compare(needed: Bump, announced: Bump): PackageVerdict['verdict'] {
  // Without a change of the spec, the changesets are about something else.
  if (needed === 'none' || needed === announced) return 'fits'
  if (announced === 'none') return 'missing'
  return compareBumps(announced, needed) < 0 ? 'too small' : 'too large'
}

export const fails = ({ verdict }: PackageVerdict) => verdict === 'too small' || verdict === 'missing'

/**
 * The changeset that would let the gate pass, as its file has to read; undefined where it passes. It has a line for each
 * sentence, which a comment cuts off less and a changelog renders as one paragraph.
 */
export function writeChangeset(verdicts: PackageVerdict[], sentences: string[]): string | undefined {
  if (!verdicts.some(fails)) return undefined
  const releases = verdicts.map(({ name, needed }) => `'${name}': ${needed}`)
  return ['---', ...releases, '---', '', ...sentences, ''].join('\n')
}
