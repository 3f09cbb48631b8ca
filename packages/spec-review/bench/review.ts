// `npx --yes pnpm@12.21.0 bench:review` compares versions of real documents and writes version-pairs.gen.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from '@seam-acs/runner/command'
import { renderTable } from '@seam-acs/runner/figures'
import type { Cause, Report } from '../src/report.ts'
import { download } from './pairs/download.ts'
import { SERIES, type Series } from './pairs/list.ts'
import { measureTwice } from './pairs/measure.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const redocly = fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')))
const table = fileURLToPath(new URL('../version-pairs.gen.md', import.meta.url))

interface Row {
  cells: (number | string)[]
  isSlow: boolean
}

interface Pair {
  series: Series
  before: string
  after: string
}

async function comparePair({ series, before, after }: Pair): Promise<Row> {
  const [base, head] = [await download(series, before), await download(series, after)]
  const ours = await measureTwice(program, ['--base-file', base, '--head-file', head, '--format', 'json'])
  const directory = await mkdtemp(join(tmpdir(), 'spec-review-redocly-'))
  const diff = join(directory, 'diff.json')
  // It ends before a pipe is read to its end.
  const theirs = await measureTwice(redocly, ['diff', base, head, '--format', 'json', '--output', diff])
  const { bump, causes, defects, unsearched }: Report = JSON.parse(ours.output)
  const contract = causes.filter(({ seenBy }) => seenBy === 'contract')
  const broken = listBroken(JSON.parse(await readFile(diff, 'utf8')))
  await rm(directory, { recursive: true })
  const touched = listTouched(contract)
  const proven = contract.filter(({ payload }) => payload !== undefined).length
  return {
    isSlow: ours.seconds > 3 * theirs.seconds || ours.megabytes > 700,
    cells: [
      `${series.package} ${before} → ${after}`,
      bump,
      contract.filter(({ level }) => level === 'major').length,
      `${proven} of ${proven + defects.length}`,
      `${broken.filter((operation) => touched.has(operation)).length} of ${broken.length}`,
      defects.length,
      unsearched.length,
      `${ours.seconds.toFixed(1)} / ${theirs.seconds.toFixed(1)} s`,
      `${ours.megabytes.toFixed(0)} / ${theirs.megabytes.toFixed(0)} MB`,
    ],
  }
}

/** The operations in which the other program sees a break. */
function listBroken({ changes }: { changes: { path: string; impact: string }[] }): string[] {
  const operations = changes
    .filter(({ impact }) => impact === 'major')
    .flatMap(
      ({ path }) =>
        /^#\/paths\/([^/]+)\/(get|put|post|delete|patch|head|options)\b/.exec(path)?.slice(1, 3).join(' ') ?? [],
    )
  return [...new Set(operations)]
}

/** The operations in which this one sees more than wording, by the same names. */
function listTouched(causes: Cause[]): Set<string> {
  const operations = causes
    .filter(({ level }) => level !== 'patch')
    .flatMap(({ usages }) => usages.map(({ operation }) => operation))
  return new Set(
    operations.map((operation) => {
      const [method = '', template = ''] = operation.split(' ')
      return `${template.replaceAll('~', '~0').replaceAll('/', '~1')} ${method.toLowerCase()}`
    }),
  )
}

const pairs = SERIES.flatMap((series) =>
  series.versions.slice(1).map((after, index): Pair => ({ series, before: series.versions[index]!, after })),
)
const rows: (Row | undefined)[] = pairs.map(() => undefined)
const queue = [...pairs.entries()]
// Processor time is nearly the same for programs that run beside each other.
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, pair] = next
      const row = await comparePair(pair)
      console.log(row.cells.join(' | '))
      rows[index] = row
      await writeFile(table, render(rows.filter((done) => done !== undefined)))
    }
  }),
)

function render(done: Row[]): string {
  const head = [
    'pair',
    'verdict',
    'breaks',
    'proven breaks seen',
    "Redocly's breaks seen",
    'contradictions',
    'not searched',
    'processor time',
    'memory',
  ]
  const lines = [
    '# Versions of real documents',
    '',
    `Written by \`${pnpm} bench:review\`.`,
    '',
    'A proven break is an entry with a payload that the search found without the rules; one that no rule saw is a contradiction.',
    "Redocly's breaks are the operations in which `redocly diff` sees a major change; seen are those in which the review sees more than wording.",
    'Time and memory are those of the review and of `redocly diff`, of the faster of two runs.',
    '',
    renderTable([head, ...done.map(({ cells }) => cells.map(String))]),
    '',
    `${done.filter(({ isSlow }) => isSlow).length} of ${done.length} pairs take more than three times the processor time of \`redocly diff\`, or more than 700 MB.`,
    '',
  ]
  return lines.join('\n')
}
