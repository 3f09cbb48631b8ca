import { statfsSync } from 'node:fs'
import { findBrowser, type Browser } from '@seam-acs/runner/find-browser'
import type { TestProject } from 'vitest/node'
import { serveSite } from './serve.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser and where the site is, which all files share; undefined if there is no browser. */
    shared: { browser: Browser; origin: string } | undefined
  }
}

/** The flags of a server without a screen; the package's own ones are for a platform that isolates by itself. */
export const launchOptions = ({ executablePath, env }: Browser) => ({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  // Shared memory in files takes a tenth more time, and is needed in a container that has little of it.
  ignoreDefaultArgs: hasSharedMemory() ? ['--disable-dev-shm-usage'] : [],
  env: { ...process.env, ...env } as Record<string, string>,
})

function hasSharedMemory(): boolean {
  if (process.platform !== 'linux') return false
  const { bsize, blocks } = statfsSync('/dev/shm')
  return bsize * blocks >= 2 ** 30
}

/** Finds a browser and serves the site for all files. Without a browser the tests are skipped, and this says what to install. */
export default async function setup(project: TestProject) {
  const browser = await findBrowser()
  if ('missing' in browser) {
    console.warn(`The tests in a browser are skipped. ${browser.missing}`)
    project.provide('shared', undefined)
    return
  }
  const site = await serveSite()
  project.provide('shared', { browser, origin: site.origin })
  return () => site.close()
}
