import { browsers } from './browsers.ts'
import { bundlers } from './bundlers.ts'
import { compilerSetups } from './compilers.ts'
import { libraries } from './libraries.ts'
import { readmeSetups } from './readmes.ts'
import { runtimes } from './runtimes.ts'
import type { Setup } from './setup.ts'
import { testRunners } from './test-runners.ts'

export type { Setup } from './setup.ts'

/** Every set-up, by the heading that the README lists it under. */
export const groups: Readonly<Record<string, readonly Setup[]>> = {
  Runtimes: runtimes,
  Browsers: browsers,
  'Test runners': testRunners,
  Bundlers: bundlers,
  TypeScript: compilerSetups,
  Libraries: libraries,
  Documentation: readmeSetups,
}

export const setups: readonly Setup[] = Object.values(groups).flat()
