import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arch, platform } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Browser {
  executablePath: string
  env: Record<string, string>
}

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
]

/**
 * The browser of the variable `CHROME_PATH`, otherwise the one from npm, otherwise an installed one.
 *
 * @returns If none starts, a message that says why and what to do.
 */
export async function findBrowser(): Promise<Browser | { missing: string }> {
  const chosen = process.env['CHROME_PATH']
  const candidates: (() => Promise<Browser>)[] = chosen
    ? [async () => ({ executablePath: chosen, env: {} })]
    : [
        ...(platform === 'linux' && arch === 'x64' ? [unpack] : []),
        ...installed
          .filter((path) => existsSync(path))
          .map((executablePath) => async () => ({ executablePath, env: {} })),
      ]
  const failures: string[] = []
  for (const candidate of candidates) {
    try {
      const browser = await candidate()
      await start(browser)
      return browser
    } catch (error) {
      failures.push((error as Error).message.trim())
    }
  }
  return {
    missing: ['No Chrome or Chromium starts here: install one, or name it in CHROME_PATH.', ...failures].join('\n  '),
  }
}

/** Asks the browser for its version, which works only if it finds all its libraries. On Windows, no browser prints it. */
async function start({ executablePath, env }: Browser): Promise<void> {
  if (platform !== 'win32') await run(executablePath, ['--version'], { env: { ...process.env, ...env } })
}

/** The Chromium in `@sparticuz/chromium`, with the libraries and fonts beside it where the system lacks them. */
async function unpack(): Promise<Browser> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const unfinished = await mkdtemp(`${folder}-`)
    await inflate(packageFolder, unfinished)
    // The first process wins, and no process sees an incomplete browser.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  }
  const browser = { executablePath: join(folder, 'chromium'), env: await provideFonts(folder) }
  const others = process.env['LD_LIBRARY_PATH']
  const libraries = [...(others ? [others] : []), join(folder, 'al2023/lib')].join(':')
  return start(browser).then(
    () => browser,
    () => ({ ...browser, env: { ...browser.env, LD_LIBRARY_PATH: libraries } }),
  )
}

/** The package unpacks to the folder of temporary files, so a process of its own is told another one. */
async function inflate(packageFolder: string, target: string): Promise<void> {
  const files = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(packageFolder, 'bin', name))
  const program = `import { inflate } from '@sparticuz/chromium'
    await Promise.all(${JSON.stringify(files)}.map((file) => inflate(file)))`
  const cwd = fileURLToPath(new URL('.', import.meta.url))
  await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd,
    env: { ...process.env, TMPDIR: target },
  })
}

/** The fonts of the system and those of the package, because the browser crashes without any. */
async function provideFonts(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'fonts.conf')
  await writeFile(
    file,
    '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
      `<dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}
