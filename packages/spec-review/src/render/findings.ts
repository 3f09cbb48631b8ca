import type { Report } from '../report.ts'
import { code, count, fold, join, list, readMessage, type Block, type Inline } from './document.ts'

const shown = 3

/** What fails or deserves a look, one line each. */
export function describeFindings(report: Report): Block[] {
  const { gate, defects, sourceLeftOut, unsearched } = report
  const lines: Inline[][] = [
    ...gate.problems.map((problem) => ['❌ ', ...readMessage(problem)]),
    ...defects
      .slice(0, 5)
      .map(({ usage, value, problem }) => [
        '❌ No rule reports that this payload breaks ',
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
      : [['⚠️ The types were not compared, because the type generator rejects one of the documents: ', sourceLeftOut]]),
    ...describeUnsearched(unsearched),
    ...describeCalls(report),
  ]
  return [...(lines.length > 0 ? [list(lines.map((line) => ({ line })))] : []), ...foldCalls(report)]
}

function describeUnsearched(unsearched: Report['unsearched']): Inline[][] {
  const [first] = unsearched
  if (!first) return []
  const { operation, status, side } = first.usage
  const where = unsearched.length > 1 ? `${unsearched.length} places, the first ` : ''
  return [[`⚠️ No payload search at ${where}`, code(`${operation} ${status ?? side}`), ': ', first.reason, '.']]
}

/** Each recorded call that no longer compiles is named; many of them in a fold. */
function describeCalls({ calls: { compiled, broken } }: Report): Inline[][] {
  if (broken.length === 0) return []
  const start = `⚠️ ${broken.length} of ${count(compiled, 'recorded call')} no longer compile${broken.length === 1 ? 's' : ''}`
  if (broken.length > shown) return [[`${start}.`]]
  return [[`${start}: `, ...join(listErrors(broken), '; ')]]
}

function foldCalls({ calls: { broken } }: Report): Block[] {
  if (broken.length <= shown) return []
  const items = listErrors(broken).map((line) => ({ line }))
  return [fold(['The recorded calls that no longer compile'], list(items))]
}

/** Each error of the compiler, with the calls that have it. */
const listErrors = (broken: Report['calls']['broken']) =>
  [...Map.groupBy(broken, ({ message }) => message)].map(([message, calls]): Inline[] => {
    const files = calls.map(({ file }) => [code(file)])
    return [message.replace(/\.$/, ''), ' (', ...join(files, ', '), ')']
  })
