import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createMock } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import { afterAll, expect, test } from 'vitest'
import type { DescribedOperation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/pages/pages.ts'
import { samples } from '../../src/samples/index.ts'
import type { Sample } from '../../src/samples/request.ts'
import { listSamplesOf, writeAll } from '../../src/samples/template.ts'
import { testsAll } from '../helpers/tests-all.ts'

/** How a language runs a file: the program with its arguments, and what has to succeed where it is there at all. */
interface Runtime {
  file: string
  command: string[]
  probe: string[]
}

// Without a type in them they are JavaScript, which Node.js runs in any folder.
const node: Runtime = { file: 'call.mjs', command: [process.execPath], probe: [process.execPath, '--version'] }
const runtimes: Record<string, Runtime> = {
  client: node,
  path: node,
  seam: node,
  curl: { file: 'call.sh', command: ['bash'], probe: ['curl', '--version'] },
  python: { file: 'call.py', command: ['python3'], probe: ['python3', '-c', 'import requests'] },
  ruby: { file: 'call.rb', command: ['ruby'], probe: ['ruby', '--version'] },
  php: { file: 'call.php', command: ['php'], probe: ['php', '-r', 'curl_version();'] },
  go: { file: 'call.go', command: ['go', 'run'], probe: ['go', 'version'] },
  csharp: { file: 'call.cs', command: ['dotnet', 'run'], probe: ['dotnet', 'run', '--help'] },
  // What runs once is not worth compiling well.
  java: {
    file: 'Call.java',
    command: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
    probe: ['javac', '-version'],
  },
}

function isThere({ probe: [program, ...words] }: Runtime): boolean {
  try {
    execFileSync(program!, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// Inside the package, whose dependencies the samples in TypeScript import.
const parent = fileURLToPath(new URL('../../node_modules/.test/', import.meta.url))
await mkdir(parent, { recursive: true })
const folder = await mkdtemp(join(parent, 'runs-'))
const mock = createMock({ apiKeys: ['seam_test_key'] })
const { endpoint, close } = await serve(mock, { port: 0 })
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true })
})

/** Runs a sample and gives its exit code and all that it printed. */
async function run(id: string, code: string, key: string): Promise<{ exitCode: number; output: string }> {
  const { file, command } = runtimes[id]!
  const place = await mkdtemp(join(folder, `${id}-`))
  const path = join(place, file)
  // What the package `seam` exports under these names; it is not installed here, because it brings a command too.
  const sdk = code.replace("Seam } from 'seam'", "SeamHttp as Seam } from '@seamapi/http'")
  await writeFile(path, sdk.replaceAll('https://connect.getseam.com', endpoint))
  const [program, ...words] = [...command, path]
  const env = { ...process.env, SEAM_API_KEY: key, SEAM_ENDPOINT: endpoint }
  return new Promise((resolve) => {
    execFile(program!, words, { cwd: place, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })
}

const creating = operations.filter(({ scenarios }) =>
  scenarios.some(({ value }) => Object.hasOwn(Object(value), 'access_method')),
)
const languages = samples.filter(({ id }) => id in runtimes)

/** The samples that run, with the index of their example: except for our client and cURL only the longest, because a program takes long to start. */
function chooseCodes(sample: Sample, operation: DescribedOperation) {
  const codes = writeAll(sample, operation).map((code, index) => ({ code, index }))
  if (testsAll || sample.id === 'client' || sample.id === 'curl') return codes
  return codes.toSorted((one, other) => other.code.length - one.code.length).slice(0, 1)
}

for (const sample of languages) {
  // The samples of an installed language run; the report names the languages that were skipped. A sample in C# says
  // that we do not run it.
  const isMissing = !isThere(runtimes[sample.id]!) && (sample.id === 'csharp' || !testsAll)

  test.skipIf(isMissing)(`samples in ${sample.label} create their credentials on the mock (${sample.id})`, async () => {
    for (const operation of creating) {
      for (const { code, index } of chooseCodes(sample, operation)) {
        const before = mock.credentials.length
        const { exitCode, output } = await run(sample.id, code, 'seam_test_key')
        expect(output, code).not.toContain('invalid_input')
        expect(exitCode, output).toBe(0)
        expect(mock.credentials, output).toHaveLength(before + 1)
        const asked = operation.scenarios[index]!.value as { access_method: string }
        expect(mock.credentials.at(-1)!.access_method).toBe(asked.access_method)
        expect(output).toContain(mock.credentials.at(-1)!.acs_credential_id)
      }
    }
  })

  test.skipIf(isMissing)(`a sample in ${sample.label} prints why a key is rejected (${sample.id})`, async () => {
    const { output } = await run(sample.id, writeAll(sample, creating[0]!)[0]!, 'seam_unknown_key')
    expect(output).toContain('unauthorized')
    expect(output).toMatch(/\b401\b/)
    expect(output).toMatch(/[\da-f]{8}-[\da-f-]{27}/)
  })
}

test('every language is run where it is installed', () => {
  const shown = operations.flatMap((operation) => listSamplesOf(operation).map(({ id }) => id))
  expect(shown.filter((id) => !(id in runtimes))).toEqual([])
})
