import { join } from 'node:path'
import { install } from './installation.ts'
import { runSetup, type Result } from './run-setup.ts'
import type { Setup } from './setups/index.ts'
import type { Suite } from './suite.ts'
import type { Tarballs } from './tarballs.ts'

export interface Context {
  folder: string
  tarballs: Tarballs
  suite: Suite
}

/** Set-ups that install the same. */
const toKey = ({ packages, installer = 'npm' }: Setup) => [installer, ...packages].join(' ')

/** Installs each list of packages once and runs its set-ups one after the other; two lists run at the same time. */
export async function runAll(setups: readonly Setup[], { folder, tarballs, suite }: Context): Promise<Result[]> {
  const lists = [...Map.groupBy(setups, toKey).values()].entries()
  const results = new Map<Setup, Result>()
  const work = async () => {
    for (const [index, list] of lists) {
      const installation = join(folder, `installation-${index}`)
      const [{ packages, installer = 'npm' }] = list as [Setup]
      const failure = await install(installation, tarballs, packages, installer).catch((error: Error) => error)
      for (const [position, setup] of list.entries()) {
        const result: Result = failure
          ? { name: setup.name, state: 'failed', rows: 0, note: failure.message }
          : await runSetup(setup, { folder: join(installation, `setup-${position}`), installation, suite })
        console.error(`${result.state}: ${setup.name}`)
        results.set(setup, result)
      }
    }
  }
  await Promise.all([work(), work()])
  return setups.map((setup) => results.get(setup)!)
}
