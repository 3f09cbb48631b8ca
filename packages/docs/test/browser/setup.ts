import { findBrowser, type Browser } from '@seam-acs/runner/find-browser'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser that all files share listens; undefined where there is none. */
    browser: string | undefined
  }
}

/** The flags of a server without a screen; the package's own ones are for a platform that isolates by itself. */
export const launchOptions = ({ executablePath, env }: Browser) => ({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  env: { ...process.env, ...env } as Record<string, string>,
})

/** Starts the browser once for all files. Without one the tests are skipped, and this says what to install. */
export default async function setup(project: TestProject) {
  const browser = await findBrowser()
  if ('missing' in browser) {
    console.warn(`The tests in a browser are skipped. ${browser.missing}`)
    project.provide('browser', undefined)
    return
  }
  const server = await chromium.launchServer(launchOptions(browser))
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}
