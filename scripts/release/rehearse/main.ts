// Rehearses releases on this machine: the steps of release.yml, a registry of its own, a stand-in for GitHub.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from '@seam-acs/runner/command'
import { renderTable } from '@seam-acs/runner/figures'
import { copyRepository } from '../../copy-repository.ts'
import { createRehearsal } from './rehearsal.ts'
import { startRegistry } from './registry.ts'
import { scenarios } from './scenarios.ts'

const start = performance.now()
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0)
const folder = await mkdtemp(join(tmpdir(), 'seam-acs-rehearsal-'))

async function rehearse(): Promise<void> {
  const registry = await startRegistry(join(folder, 'registry'))
  const copy = await copyRepository()
  const rows = [['scenario', 'versions published', 'used by', 'seconds']]
  try {
    await mkdir(join(folder, 'bin'))
    await copyFile(fileURLToPath(new URL('gh.js', import.meta.url)), join(folder, 'bin/gh'))
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    const rehearsal = await createRehearsal(folder, copy, registry)
    for (const { name, play } of scenarios) {
      const from = performance.now()
      const { versions, users } = await play(rehearsal)
      rows.push([name, versions.join(', '), users.join(', '), seconds(from)])
      console.log(`${name}: ${versions.join(', ')} (${seconds(from)} s)`)
    }
    console.log(`\n${renderTable(rows)}\n`)
  } finally {
    registry.stop()
    await rm(copy, { recursive: true, force: true })
  }
}

try {
  await rehearse()
  console.log(`${seconds(start)} s in all.`)
} catch (error) {
  console.error(
    `\nThe rehearsal failed: ${(error as Error).message}\n\nFix it, then run \`${pnpm} release:rehearse\` again.`,
  )
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
