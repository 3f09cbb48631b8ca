// `npx --yes pnpm@12.21.0 bench:review` compares versions of real documents and writes version-pairs.gen.md.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Change } from '../src/change.ts'
import { readDocument } from '../src/input/read-document.ts'
import { compareDocuments } from '../src/engine/index.ts'
import { findBreaks, findUnsearched, selectDefects } from '../src/witness/index.ts'
import { download } from './pairs/download.ts'
import { SERIES, type Series } from './pairs/list.ts'
import { measure } from './pairs/measure.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const redocly = fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')))
const table = fileURLToPath(new URL('../version-pairs.gen.md', import.meta.url))

interface Row {
  cells: (number | string)[]
  isSlow: boolean
}

async function comparePair(series: Series, before: string, after: string): Promise<Row> {
  const [base, head] = [await download(series, before), await download(series, after)]
  const ours = await measure(program, ['--base-file', base, '--head-file', head, '--format', 'json'])
  const report = join(await mkdtemp(join(tmpdir(), 'spec-review-redocly-')), 'diff.json')
  // It ends before a pipe is read to its end.
  const theirs = await measure(redocly, ['diff', base, head, '--format', 'json', '--output', report])
  const documents = [await readDocument(base, base), await readDocument(head, head)] as const
  const changes = compareDocuments(...documents)
  const proven = findBreaks(...documents)
  const missed = selectDefects(proven, changes).length
  const { bump, defects } = JSON.parse(ours.output)
  const broken = listBroken(JSON.parse(await readFile(report, 'utf8')))
  const touched = listTouched(changes)
  const found = broken.filter((operation) => touched.has(operation)).length
  const ratio = ours.seconds / theirs.seconds
  return {
    isSlow: ratio > 3 || ours.megabytes > 700,
    cells: [
      `${series.package} ${before} → ${after}`,
      bump,
      changes.filter(({ level }) => level === 'major').length,
      `${proven.length - missed} of ${proven.length}`,
      `${found} of ${broken.length}`,
      defects.length,
      findUnsearched(...documents).length,
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
function listTouched(changes: Change[]): Set<string> {
  const operations = changes
    .filter(({ level }) => level !== 'patch')
    .flatMap(({ usages }) => usages.map(({ operation }) => operation))
  return new Set(
    operations.map((operation) => {
      const [method = '', template = ''] = operation.split(' ')
      return `${template.replaceAll('~', '~0').replaceAll('/', '~1')} ${method.toLowerCase()}`
    }),
  )
}

const rows: Row[] = []
for (const series of SERIES) {
  for (const [index, version] of series.versions.slice(0, -1).entries()) {
    const row = await comparePair(series, version, series.versions[index + 1]!)
    console.log(row.cells.join(' | '))
    rows.push(row)
  }
}
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
  'Written by `npx --yes pnpm@12.21.0 bench:review`.',
  '',
  'A proven break is a payload that the search found without the rules, one for each body, parameter or header.',
  "Redocly's breaks are the operations in which `redocly diff` sees a major change; seen are those in which the review sees more than wording.",
  'Time and memory are those of the review and of `redocly diff`.',
  '',
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map(({ cells }) => `| ${cells.join(' | ')} |`),
  '',
  `${rows.filter(({ isSlow }) => isSlow).length} of ${rows.length} pairs take more than three times the processor time of \`redocly diff\`, or more than 700 MB.`,
  '',
]
await writeFile(table, lines.join('\n'))
