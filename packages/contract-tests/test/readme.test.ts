import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { serveResponse } from '@seam-acs/recorder/loopback-server'
import ts from 'typescript'
import { expect, onTestFinished, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { contract } from '../src/contract.ts'
import { recordings } from '../src/recordings.ts'

const directory = fileURLToPath(new URL('..', import.meta.url))

const readmes = ['README.md', 'packages/client/README.md', 'packages/mock/README.md', 'packages/types/README.md']

async function readExamples(readme: string): Promise<string[]> {
  const markdown = await readFile(new URL(`../../../${readme}`, import.meta.url), 'utf8')
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!)
}

test('the examples of the READMEs compile, without `skipLibCheck`', async () => {
  // Inside the package, where their imports resolve as a user's do.
  await mkdir(join(directory, 'node_modules/.cache'), { recursive: true })
  const folder = await mkdtemp(join(directory, 'node_modules/.cache/readme-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const examples = (await Promise.all(readmes.map(readExamples))).flat()
  const files = examples.map((_, index) => join(folder, `example-${index}.ts`))
  await Promise.all(files.map((file, index) => writeFile(file, examples[index]!)))
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipDefaultLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
  })
  expect(examples.length).toBeGreaterThanOrEqual(readmes.length)
  const complaints = ts.getPreEmitDiagnostics(program)
  expect(complaints.map(({ messageText, start, file }) => [messageText, file?.text.slice(start)])).toEqual([])
})

/** What the program with this text prints. */
async function run(example: string, env: Record<string, string>, ...options: string[]) {
  const node = spawn(process.execPath, [...options, '--input-type=module-typescript', '-'], { cwd: directory, env })
  node.stdin.end(example)
  const [output, errors] = await Promise.all([text(node.stdout), text(node.stderr)])
  return { output, errors }
}

test("the client's first example runs and sends what the spec allows", async () => {
  const { recording } = recordings.find(({ file }) => file.endsWith('/200-code-sample.json'))!
  const server = await serveResponse(recording.response)
  onTestFinished(server.close)
  const [example] = await readExamples('packages/client/README.md')
  const { output, errors } = await run(example!, { SEAM_API_KEY: 'seam_test_key', SEAM_ENDPOINT: server.endpoint })

  expect(errors).toBe('')
  expect(output).toContain(recording.response.body.acs_credential.acs_credential_id)
  expect(server.received).toHaveLength(1)
  const request = { ...recording.request, body: JSON.parse(server.received[0]!.body) }
  expect(createCheck(contract)({ ...recording, request })).toEqual([])
})

const offline = "data:text/javascript,globalThis.fetch = () => { throw new Error('the network is asked') }"

test.each(['README.md', 'packages/client/README.md'])(
  'the examples of %s that use the mock run without a key and a network',
  async (readme) => {
    const examples = (await readExamples(readme)).filter((example) => example.includes("from '@seam-acs/mock'"))
    expect(examples).not.toEqual([])
    for (const example of examples) {
      const { output, errors } = await run(example, {}, `--import=${offline}`)
      expect(errors).toBe('')
      expect(output).toMatch(/\S/)
      expect(output).not.toMatch(/undefined|false/)
    }
  },
)
