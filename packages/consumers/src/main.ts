// Installs the packed packages as their users do, and runs the contract suite in every set-up.
// Arguments are parts of set-ups' names, or `--quick` for those of `check`; without any, all run.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAll } from './run-all.ts'
import { setups, type Setup } from './setups/index.ts'
import { loadSuite } from './suite.ts'
import { renderResults } from './table.ts'
import { packPackages } from './tarballs.ts'

const wanted = process.argv.slice(2)
const isWanted = ({ name, isQuick = false }: Setup) =>
  wanted.some((part) => (part === '--quick' ? isQuick : name.includes(part)))
const chosen = wanted.length === 0 ? setups : setups.filter(isWanted)
if (chosen.length === 0) throw new Error(`No set-up's name contains ${wanted.join(' or ')}.`)

const folder = await mkdtemp(join(tmpdir(), 'seam-acs-consumers-'))
try {
  const tarballs = await packPackages(folder)
  const results = await runAll(chosen, { folder, tarballs, suite: await loadSuite() })
  const { text, isSuccess } = renderResults(results, Boolean(process.env['CI']))
  console.log(text)
  if (!isSuccess) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
