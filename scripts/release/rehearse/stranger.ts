import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort } from '../../loopback.ts'
import { run } from '../../run.ts'

/** How each package manager adds packages to a folder. */
const managers: Record<string, string> = {
  npm: 'npm install --no-audit --no-fund',
  pnpm: 'npx --yes pnpm@12.21.0 add --config.minimumReleaseAge=0',
  yarn: 'npx --yes yarn@1.22.22 add --no-lockfile --silent',
  bun: 'npx --yes bun@1.4.5 add',
}

const program = `import { isDeepStrictEqual } from 'node:util'
import { Seam } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import { createMock } from '@seam-acs/mock'

const mock = createMock()
const seam = new Seam({ apiKey: 'seam_test_key', fetch: mock.fetch, validate: 'both', validator })
const credential = await seam.acs.credentials.create({
  access_method: 'code',
  acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
  code: '482913',
})
if (!isDeepStrictEqual(credential, JSON.parse(JSON.stringify(mock.credentials[0])))) throw new Error('something else')
console.log(credential.code)
`

/** Installs a version as somebody else would, compiles the program and runs it. Returns the installed versions. */
async function installWith(
  manager: string,
  folder: string,
  version: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
  // Not every package manager takes the registry from the environment.
  await writeFile(join(folder, '.npmrc'), `registry=${environment['npm_config_registry']}\n`)
  const packages = ['client', 'mock', 'types'].map((name) => `@seam-acs/${name}@${version}`)
  const others = ['typescript@5.9.3', '@types/node@26.6.6']
  await run(folder, `${managers[manager]} ${[...packages, ...others].join(' ')}`, environment)
  await writeFile(join(folder, 'program.ts'), program)
  await run(
    folder,
    'node node_modules/typescript/bin/tsc --strict --module nodenext --target es2022 --types node program.ts',
  )
  const output = await run(folder, 'node program.js')
  if (output.trim() !== '482913') throw new Error(`The program prints ${output}`)
  for (const name of ['client', 'mock', 'types']) {
    const file = join(folder, 'node_modules/@seam-acs', name, 'package.json')
    const { version: installed } = JSON.parse(await readFile(file, 'utf8'))
    if (installed !== version) throw new Error(`${manager} installs ${name}@${installed}`)
  }
}

/** Starts the published mock with `npx`, and calls it once. */
async function callMock(folder: string, version: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(folder, { recursive: true })
  const call = `curl --silent --fail --retry 60 --retry-connrefused --retry-delay 1 http://127.0.0.1:$PORT/acs/credentials/create
    --header 'authorization: Bearer seam_test_key' --json '{"access_method":"card","acs_user_id":"0fc82df4-391b-4d00-a234-86378f1c3952"}'`
  // The program is a child of npx, and ends with its group.
  const script = `set -m
npx --yes @seam-acs/mock@${version} --port $PORT >log 2>&1 &
trap 'kill -- -$!' EXIT
${call.replaceAll('\n', ' ')}`
  const output = await run(folder, script, { ...environment, PORT: String(await findFreePort()) })
  if (JSON.parse(output).ok !== true) throw new Error(`The mock responds with ${output}`)
}

/** Uses a published version as a stranger would. Returns what was tried. */
export async function beStranger(
  folder: string,
  version: string,
  environment: NodeJS.ProcessEnv,
  some = Object.keys(managers),
): Promise<string[]> {
  for (const manager of some) await installWith(manager, join(folder, manager), version, environment)
  await callMock(join(folder, 'npx'), version, environment)
  return [...some, 'npx']
}
