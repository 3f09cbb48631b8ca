import { approvalsFile } from '../gate/approvals-file.ts'
import { compareBumps, type Bump } from '../gate/bump.ts'
import { isBreak, isSilent, type Cause, type Report } from '../report.ts'
import { describeCauses, type Causes } from './causes.ts'
import { code, count, fold, join, paragraph, type Block } from './document.ts'
import { describeFindings } from './findings.ts'
import type { Links } from './text/links.ts'
import { describePackages } from './packages.ts'
import { describeVerdict, describeWho } from './verdict.ts'

/**
 * The report as people read it: the verdict, who breaks, each cause, and the rest folded.
 *
 * @param entries How many breaks, and how many other changes, there is room for.
 */
export function compose(report: Report, entries: number, links?: Links): Block[] {
  if (isSilent(report)) return [{ type: 'title', content: ['✅ The contract has not changed'] }]
  const breaks = report.causes.filter(isBreak)
  const others = report.causes
    .filter((cause) => !isBreak(cause))
    .toSorted((one, other) => compareBumps(other.level, one.level))
  const causes = describeCauses(breaks, others, entries, links)
  return [
    { type: 'title', content: describeVerdict(report) },
    paragraph(...describeWho(report, breaks)),
    ...describePackages(report),
    ...describeFindings(report),
    ...describeRemedy(report),
    ...causes.breaks,
    ...describeRest(others, causes),
  ]
}

function describeRemedy({ gate: { changeset } }: Report): Block[] {
  if (changeset === undefined) return []
  const approval = [
    'To approve a break that affects nobody, add its fingerprint (the code after "approve as") and a reason to ',
    code(approvalsFile),
    '.',
  ]
  const summary = ['The changeset to commit, or how to approve the break']
  return [fold(summary, { type: 'code', language: 'md', text: changeset }, paragraph(...approval))]
}

/** What nobody has to read: what is compatible, and the operations behind the letters. */
function describeRest(others: Cause[], { others: items, operations }: Causes): Block[] {
  const number = (level: Bump) => others.filter((cause) => cause.level === level).length
  const kinds: [size: number, text: string][] = [
    [number('major'), count(number('major'), 'approved break')],
    [number('minor'), count(number('minor'), 'compatible change')],
    [number('patch'), count(number('patch'), 'change of wording', 'changes of wording')],
    [operations.length, 'operations'],
  ]
  const summary = kinds.filter(([size]) => size > 0).map(([, text]) => [text])
  return summary.length > 0 ? [fold(join(summary, ', '), ...items, ...operations)] : []
}
