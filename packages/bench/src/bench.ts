import { writeFigures } from '@seam-acs/runner/figures'
import { contenders, type Contender } from './contenders.ts'
import { measureFeatures } from './features.ts'
import { connectAll, measure, type Figure } from './measure.ts'
import { describeFigures } from './report.ts'
import { respondInProcess, respondOverLoopback } from './settings.ts'
import { measureSize } from './sizes.ts'

async function measureInProcess(): Promise<Map<Contender, Figure>> {
  using setting = respondInProcess()
  const connected = await connectAll(
    contenders.filter(({ loopbackOnly }) => !loopbackOnly),
    setting,
  )
  return await measure(connected, { warmUpRounds: 5, rounds: 100, calls: 500, seed: 1 })
}

async function measureOverLoopback(): Promise<Map<Contender, Figure>> {
  using setting = await respondOverLoopback()
  return await measure(await connectAll(contenders, setting), { warmUpRounds: 5, rounds: 150, calls: 60, seed: 2 })
}

const inProcess = await measureInProcess()
const overLoopback = await measureOverLoopback()
const sizes = await Promise.all([...overLoopback.keys()].map(measureSize))
const figures = describeFigures(inProcess, overLoopback, sizes, await measureFeatures())
console.log(`\n${figures}\n`)
if (process.argv.includes('--write')) writeFigures(new URL('../README.md', import.meta.url), figures)
