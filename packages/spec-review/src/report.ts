import type { Change, Level } from './change.ts'
import type { Bump } from './gate/bump.ts'
import type { PackageVerdict } from './gate/verdicts.ts'
import type { Place } from './input/locate.ts'
import type { BrokenCall } from './source/recorded-calls.ts'
import type { TypeEffect } from './source/compare-types.ts'
import type { Defect, Unsearched, Witness } from './witness/index.ts'

/** One cause, with all that follows from it. */
export interface Cause extends Omit<Change, 'name' | 'says'> {
  /** What it is about, such as `acs_credential.is_issued` or an operation. */
  path: string
  /** One sentence in plain words. */
  message: string
  /** Names the cause in an approval; the same after a rebase. */
  fingerprint: string
  /** `compiler`: the contract is the same, and only the generated types tell. */
  seenBy: 'contract' | 'compiler'
  /** What is new beside what is removed, where the one may be the other's name. */
  renamed?: string
  /** Why it may be released as less than a break; absent where nobody approved it. */
  approved?: string
  /** What it does to code that is compiled against the types; empty where the compiler sees nothing. */
  types: TypeEffect[]
  /** Whether the types were compared at each of its places. */
  typesCompared: boolean
  /** Where it is written, at the base where it was removed. Absent where no line says it. */
  place?: Place & { at: 'base' | 'head' }
  /** A payload that shows the break. Absent where the search found none, and for what breaks nobody. */
  payload?: Witness
}

/** What `--format json` prints. README.md documents it. */
export interface Report {
  /** The revision or the file that was compared with. */
  base: string
  head: string
  /** What the change of the contract needs, approvals and the policy for 0.x left out. */
  bump: Bump
  /** What the change of the generated types needs, likewise. */
  source: Bump
  packages: PackageVerdict[]
  causes: Cause[]
  calls: { compiled: number; broken: BrokenCall[] }
  /** Why the types were not compared; absent where they were. */
  sourceLeftOut?: string
  /** Where no payload was searched for, so that the rules alone judge. */
  unsearched: Unsearched[]
  /** Payloads that break someone where no cause says so. Each is a defect of this program, and fails the gate. */
  defects: Defect[]
  gate: Gate
}

export interface Gate {
  passes: boolean
  /** Why it fails, each with what to do. */
  problems: string[]
  warnings: string[]
  /** The text of the changeset that would let it pass. */
  changeset?: string
}

/** How much a cause counts, once approvals are heard. A break that is approved is a correction. */
export function weigh({ approved, level }: { approved?: string; level: Level }): Level {
  return approved === undefined ? level : 'patch'
}

export const isBreak = (cause: Cause) => cause.level === 'major' && cause.approved === undefined

/** Whether there is nothing to say. */
export function isSilent({ bump, source, defects, gate }: Report): boolean {
  return bump === 'none' && source === 'none' && defects.length === 0 && gate.passes && gate.warnings.length === 0
}
