// `npx --yes pnpm@12.21.0 bench:scale` runs every stage on large documents.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFigures } from '@seam-acs/runner/figures'
import { readContract } from '@seam-acs/spec/read-contract'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { checkImported } from './check/check-imported.ts'
import { importVersion, newest } from './check/vendor.ts'
import { measureCall } from './cost/measure-call.ts'
import { describeFigures, listLines, type Figures } from './figures/describe.ts'
import { renderPlot } from './figures/plot.ts'
import { measurePrograms } from './measure/measure-programs.ts'
import { prepare, type Workplace } from './measure/programs.ts'
import { makeDocument } from './synthetic/make-document.ts'

const sizes = [1, 50, 300, 1000]
const rounds = Number(process.env['ROUNDS'] ?? 3)
const imported = `Seam ${newest}`

const folder = await mkdtemp(join(tmpdir(), 'seam-acs-scale-'))
try {
  const house = await readContract()
  const { document, dropped } = await importVersion(newest, house)
  const place = await prepare(document, join(folder, 'imported'))
  const findings = await checkImported(document, place, house)
  console.log(`Every stage runs on the ${findings.operations} operations of ${imported}.`)
  const documents = new Map(sizes.map((size) => [size, makeDocument(size, house)]))
  const places = new Map<number | string, Workplace>([[imported, place]])
  for (const [size, made] of documents) places.set(size, await prepare(made, join(folder, String(size))))
  const calls = new Map<number, Awaited<ReturnType<typeof measureCall>>>()
  for (const [size, made] of documents) calls.set(size, await measureCall(made, clientOf(size)))
  const costs = await measurePrograms(places, rounds, xoroshiro128plus(1))
  await report({ sizes, rounds, costs, imported, findings, dropped, calls })

  function clientOf(size: number): string {
    return places.get(size)!.client
  }
} finally {
  await rm(folder, { recursive: true })
}

async function report(figures: Figures): Promise<void> {
  const text = describeFigures(figures)
  console.log(`\n${text}\n`)
  if (!process.argv.includes('--write')) return
  await writeFile(new URL('../scale.gen.svg', import.meta.url), renderPlot(listLines(figures), 'Time by operations'))
  writeFigures(new URL('../README.md', import.meta.url), text, 'scale')
}
