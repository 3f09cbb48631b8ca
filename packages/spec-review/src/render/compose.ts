import { approvalsFile } from '../gate/approvals-file.ts'
import { compareBumps, largest, type Bump } from '../gate/bump.ts'
import { isBreak, isSilent, type Cause, type Report } from '../report.ts'
import { describeCauses, type Causes } from './causes.ts'
import { code, count, fold, join, list, paragraph, readMessage, strong, type Block, type Inline } from './document.ts'
import { sides } from './entry.ts'
import { describePackages } from './packages.ts'

/**
 * The report as people read it: the verdict, who breaks, each cause, and the rest folded.
 *
 * @param entries How many breaks, and how many other changes, there is room for.
 */
export function compose(report: Report, entries: number): Block[] {
  if (isSilent(report)) {
    return [{ type: 'title', content: ['Spec review: ✅ ', strong('none'), ', the contract is as it was'] }]
  }
  const breaks = report.causes.filter(isBreak)
  const others = report.causes
    .filter((cause) => !isBreak(cause))
    .toSorted((one, other) => compareBumps(other.level, one.level))
  const causes = describeCauses(breaks, others, entries)
  return [
    { type: 'title', content: describeVerdict(report, breaks) },
    ...describePackages(report, breaks),
    ...describeFindings(report),
    ...describeRemedy(report),
    ...causes.breaks,
    ...describeRest(others, causes),
  ]
}

function describeVerdict({ bump, causes, source, gate, packages }: Report, breaks: Cause[]): Inline[] {
  const change = largest([bump, source])
  const needed = largest(packages.map((verdict) => verdict.needed))
  const announced = largest(packages.map((verdict) => verdict.announced))
  const policy: Inline[] = packages.length > 0 && needed !== change ? [', here ', strong(needed)] : []
  const says: Inline[] = packages.length > 0 ? ['; the changesets say ', strong(announced)] : []
  const approved = causes.filter((cause) => cause.approved !== undefined).length
  const [senders, readers] = [sides('request', breaks), sides('response', breaks)]
  const who =
    breaks.length === 0
      ? `nobody breaks${approved > 0 ? `, ${count(approved, 'break')} approved` : ''}`
      : `${count(breaks.length, 'break')}, ${senders} for code that sends, ${readers} for code that reads`
  return [`Spec review: ${gate.passes ? '✅' : '❌'} `, strong(change), ' change', ...policy, ...says, `: ${who}`]
}

/** What fails or deserves a look, one line each. */
function describeFindings({ gate, defects, calls: { compiled, broken }, sourceLeftOut, unsearched }: Report): Block[] {
  const [call] = broken
  const calls = count(compiled, 'recorded call')
  const lines: Inline[][] = [
    ...gate.problems.map((problem) => ['❌ ', ...readMessage(problem)]),
    ...defects
      .slice(0, 5)
      .map(({ usage, value, problem }) => [
        '❌ No rule saw what this payload breaks at ',
        code(`${usage.operation} ${usage.status ?? usage.side}`),
        ': ',
        code(JSON.stringify(value)),
        ' (',
        problem,
        ')',
      ]),
    ...gate.warnings.map((warning) => ['⚠️ ', ...readMessage(warning)]),
    ...(sourceLeftOut === undefined
      ? []
      : [['⚠️ The types were not compared, for their generator refuses a document: ', sourceLeftOut]]),
    ...describeUnsearched(unsearched),
    ...(call
      ? [[`⚠️ ${broken.length} of ${calls} no longer compile: `, code(call.file), ' (', call.message, ')']]
      : []),
  ]
  return lines.length > 0 ? [list(lines.map((line) => ({ line })))] : []
}

function describeUnsearched(unsearched: Report['unsearched']): Inline[][] {
  const [first] = unsearched
  if (!first) return []
  const { operation, status, side } = first.usage
  const where = unsearched.length > 1 ? `${unsearched.length} places, the first` : 'one place'
  return [
    [`⚠️ No payload was searched for at ${where} `, code(`${operation} ${status ?? side}`), ': ', first.reason, '.'],
  ]
}

function describeRemedy({ gate: { changeset } }: Report): Block[] {
  if (changeset === undefined) return []
  const approval = [
    'A break that hurts nobody is approved in ',
    code(approvalsFile),
    ', by the number at the end of its line.',
  ]
  const summary = ['The changeset to commit, and the other way out']
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
