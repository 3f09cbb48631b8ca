import { approvalsFile } from './approvals-file.ts'
import { fails, writeChangeset, type PackageVerdict } from './verdicts.ts'
import { weigh, type Cause, type Gate, type Report } from '../report.ts'

/** What the gate goes by. */
export interface Evidence {
  packages: PackageVerdict[]
  /** The changesets that belong to the change, by their path. */
  changesets: string[]
  causes: Cause[]
  defects: Report['defects']
  /** Fingerprints that are approved since the base and belong to no cause. */
  unused: string[]
}

export function decide({ packages, changesets, causes, defects, unused }: Evidence): Gate {
  const failing = packages.filter(fails)
  const changeset = writeChangeset(packages, summarize(causes))
  const problems = [
    ...(defects.length > 0
      ? ['The search contradicts the rules, so no verdict can be trusted: fix packages/spec-review.']
      : []),
    ...(failing.length > 0 ? [explain(failing, changesets)] : []),
  ]
  const large = packages.filter(({ verdict }) => verdict === 'too large')
  const warnings = [
    ...(large.length > 0
      ? [`${list(large)} asks for more than the spec change needs: say in the changeset what else it is for.`]
      : []),
    ...unused.map((print) => `\`${print}\` in ${approvalsFile} is not a cause of this change: remove it.`),
  ]
  return { passes: problems.length === 0, problems, warnings, ...(changeset !== undefined && { changeset }) }
}

function explain(failing: PackageVerdict[], changesets: string[]): string {
  const [needed, ...others] = new Set(failing.map((verdict) => verdict.needed))
  const names =
    others.length === 0 && failing.length > 1
      ? `${failing.length} packages need \`${needed}\``
      : failing.map((verdict) => `\`${verdict.name}\` needs \`${verdict.needed}\``).join(', ')
  return changesets.length > 0
    ? `The changesets of this change are too small: ${names}. Raise the bump in ${changesets.map((file) => `\`${file}\``).join(' or ')}.`
    : `The spec changed without a changeset: ${names}. Commit the changeset below, with your own sentence.`
}

const list = (packages: PackageVerdict[]) =>
  packages.map(({ name, announced }) => `\`${announced}\` for \`${name}\``).join(', ')

/** A draft of what users are told: the two heaviest causes, a sentence each. */
function summarize(causes: Cause[]): string[] {
  const order = ['major', 'minor', 'patch']
  return causes
    .toSorted((one, other) => order.indexOf(weigh(one)) - order.indexOf(weigh(other)))
    .slice(0, 2)
    .map(({ message }) => message.replaceAll(/\s+/g, ' ').slice(0, 200))
}
