import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { NotHere, requireBrowser, runPage } from './run-page.ts'
import { runProgram } from './run-program.ts'
import type { Setup } from './setups/setup.ts'
import type { Suite } from './suite.ts'
import { serveSuite, type SuiteServer } from './suite-server.ts'

export interface Result {
  name: string
  state: 'passed' | 'failed' | 'not run'
  /** How many rows of the suite passed; 0 for a set-up that only compiles. */
  rows: number
  /** Why it failed or did not run, or what the suite left out. */
  note: string
}

/** Files that every set-up has, by name. */
function toSuiteFiles({ source, ...data }: Suite, endpoint: string): Record<string, string> {
  const constants = { endpoint, ...data }
  const names = Object.keys(constants).join(', ')
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  const exported = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name)
  return {
    'suite.mjs': source,
    'suite.cjs': `${source.replaceAll(/^export /gm, '')}\nmodule.exports = { ${exported.join(', ')} }\n`,
    'cases.mjs': `${lines.join('')}export { ${names} }\n`,
    'cases.cjs': `${lines.join('')}module.exports = { ${names} }\n`,
  }
}

/** Runs a set-up in a folder of its own within an installation. */
export async function runSetup(
  setup: Setup,
  { folder, installation, suite }: { folder: string; installation: string; suite: Suite },
): Promise<Result> {
  const { name, without } = setup
  const { cases } = suite
  const end = (state: Result['state'], note: string, rows = 0): Result => ({ name, state, rows, note })
  const platform = `${process.platform}-${process.arch}`
  if (setup.platform && setup.platform !== platform) return end('not run', `its binary is for ${setup.platform}`)
  const server = await serveSuite(cases, [folder, installation, ...(setup.page ? [join(folder, 'dist')] : [])])
  try {
    await mkdir(folder, { recursive: true })
    const files = { ...(!setup.shows && toSuiteFiles(suite, server.endpoint)), ...setup.files }
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
    const output = await runCommands(setup, { folder, installation, server })
    if (setup.shows) return end('passed', setup.shows)
    const { passed, failures } = readResult(output)
    if (failures.length > 0) return end('failed', failures.join('\n'))
    if (passed <= cases.length) return end('failed', `the suite ran only ${passed} rows`)
    return end('passed', without ? `without ${without.rows.join(', ')}: ${without.reason}` : '', passed)
  } catch (error) {
    return end(error instanceof NotHere ? 'not run' : 'failed', (error as Error).message)
  } finally {
    server.close()
  }
}

async function runCommands(
  { commands, needsBrowser, page }: Setup,
  { folder, installation, server }: { folder: string; installation: string; server: SuiteServer },
): Promise<string> {
  const browser = needsBrowser && (await requireBrowser())
  const variables = browser ? { ...browser.env, CHROMIUM: browser.executablePath } : {}
  let printed = ''
  for (const [program, ...args] of commands) {
    const path = join(installation, 'node_modules', program)
    const isScript = /\.[cm]?js$|\/bin\/(?!node$|bun$|workerd$)/.test(path)
    const [executable, ...words] =
      program === 'node' ? [process.execPath, ...args] : isScript ? [process.execPath, path, ...args] : [path, ...args]
    const { exitCode, output } = await runProgram(executable!, words, folder, variables)
    if (exitCode !== 0)
      throw new Error(`\`${[basename(program), ...args].join(' ')}\` ended with ${exitCode}:\n${output}`)
    printed = output
  }
  return page ? `SUITE ${await runPage(page, server)}` : printed
}

function readResult(output: string): { passed: number; failures: string[] } {
  const [, result] = /SUITE (\{.*\})/.exec(output) ?? []
  if (!result) throw new Error(`the suite did not print a result:\n${output}`)
  return JSON.parse(result)
}
