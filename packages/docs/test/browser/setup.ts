import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser, type Browser } from './find-browser.ts'
import { serveSite } from './serve.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser listens and where the site is, which all files share; undefined if there is no browser. */
    shared: { browser: string; origin: string } | undefined
  }
}

/** The flags of a server without a screen; the package's own ones are for a platform that isolates by itself. */
export const launchOptions = ({ executablePath, env }: Browser) => ({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  env: { ...process.env, ...env } as Record<string, string>,
})

/** Starts the browser and serves the site, once for all files. Without a browser the tests are skipped, and this says what to install. */
export default async function setup(project: TestProject) {
  const browser = await findBrowser()
  if ('missing' in browser) {
    console.warn(`The tests in a browser are skipped. ${browser.missing}`)
    project.provide('shared', undefined)
    return
  }
  const [server, site] = await Promise.all([chromium.launchServer(launchOptions(browser)), serveSite()])
  project.provide('shared', { browser: server.wsEndpoint(), origin: site.origin })
  return () => Promise.all([server.close(), site.close()])
}
