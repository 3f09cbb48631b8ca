import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, type Browser } from '@seam-acs/runner/find-browser'
import type { SuiteServer } from './suite-server.ts'

/** Says why a set-up cannot run on this machine. */
export class NotHere extends Error {}

/** Chromium as this machine has it. */
export async function requireBrowser(): Promise<Browser> {
  const browser = await findBrowser()
  if ('missing' in browser) throw new NotHere(browser.missing)
  return browser
}

/** Opens a page of the server in Chromium, and returns what it sends as its result. */
export async function runPage(page: string, { endpoint, result }: SuiteServer): Promise<string> {
  const browser = await requireBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'seam-acs-browser-'))
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${profile}`]
  const child = spawn(browser.executablePath, [...args, '--enable-logging=stderr', `${endpoint}/${page}`], {
    env: { ...process.env, ...browser.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 5 * 60_000,
  })
  let log = ''
  child.stderr.on('data', (part) => (log += part))
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  try {
    const ended = closed.then(() => {
      throw new Error(`the browser ended before the page sent its result:\n${log.slice(-2000)}`)
    })
    return await Promise.race([result, ended])
  } finally {
    child.kill()
    await closed
    await rm(profile, { recursive: true, force: true })
  }
}
