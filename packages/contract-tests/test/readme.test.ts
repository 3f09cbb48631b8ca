import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import ts from 'typescript'
import { expect, onTestFinished, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { serveAnswer } from '../src/loopback-server.ts'
import { readRecordings } from '../src/recording.ts'

const directory = fileURLToPath(new URL('..', import.meta.url))

async function readExamples(readme: string): Promise<string[]> {
  const markdown = await readFile(new URL(`../../../${readme}`, import.meta.url), 'utf8')
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!)
}

test('the examples of the READMEs compile, with no help from `skipLibCheck`', async () => {
  // Inside the package, where their imports resolve as a user's do.
  await mkdir(join(directory, 'node_modules/.cache'), { recursive: true })
  const folder = await mkdtemp(join(directory, 'node_modules/.cache/readme-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const readmes = ['README.md', 'packages/client/README.md', 'packages/types/README.md']
  const examples = (await Promise.all(readmes.map(readExamples))).flat()
  const files = examples.map((_, index) => join(folder, `example-${index}.ts`))
  await Promise.all(files.map((file, index) => writeFile(file, examples[index]!)))
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
  })
  expect(examples.length).toBeGreaterThanOrEqual(readmes.length)
  const complaints = ts.getPreEmitDiagnostics(program)
  expect(complaints.map(({ messageText, start, file }) => [messageText, file?.text.slice(start)])).toEqual([])
})

test.each(['README.md', 'packages/client/README.md'])(
  'the example of %s runs and sends what the spec allows',
  async (readme) => {
    const { recording } = (await readRecordings()).find(({ file }) => file.endsWith('/200-code-sample.json'))!
    const server = await serveAnswer(recording.response)
    onTestFinished(server.close)

    const node = spawn(process.execPath, ['--input-type=module-typescript', '-'], {
      cwd: directory,
      env: { SEAM_API_KEY: 'seam_test_key', SEAM_ENDPOINT: server.endpoint },
    })
    const [example] = await readExamples(readme)
    node.stdin.end(example)
    const [output, errors] = await Promise.all([text(node.stdout), text(node.stderr)])

    expect(errors).toBe('')
    expect(output).toMatch(/Salto KS Credential|73a0a199-024f-454d-a916-9bbda8502c12/)
    expect(server.received).toHaveLength(1)
    const request = { ...recording.request, body: JSON.parse(server.received[0]!.body) }
    expect(createCheck(contract)({ ...recording, request })).toEqual([])
  },
)
