import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { runCommand } from '../src/command.ts'
import { makeDirectory, makeRepository } from './make-repository.ts'
import { wholeDocument } from './small-spec.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The program in a process of its own, as a shell sees it. */
function start(directory: string, args: string[]) {
  return new Promise<{ exitCode: unknown; output: string; errors: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: directory }, (error, output, errors) =>
      resolve({ exitCode: error ? error.code : 0, output, errors }),
    )
  })
}

/** A directory with `base.json` and a changed `head.json`. */
async function makeDocuments(change: (document: typeof wholeDocument) => void = () => {}): Promise<string> {
  const directory = await makeDirectory()
  const head = structuredClone(wholeDocument)
  change(head)
  await writeFile(join(directory, 'base.json'), JSON.stringify(wholeDocument))
  await writeFile(join(directory, 'head.json'), JSON.stringify(head, undefined, 2))
  return directory
}

const files = ['--base-file', 'base.json', '--head-file', 'head.json']
const makeNullable = ({ components }: typeof wholeDocument) =>
  (components.schemas.key.properties.key_id.nullable = true)

test('it exits with 0 if the gate passes and with 1 if it fails', async () => {
  const repository = await makeRepository()
  expect(await runCommand(repository.directory, [])).toMatchObject({ exitCode: 0, errors: '' })

  await repository.edit('spec/components/schemas/key.yaml', '- is_issued\n', '')
  const { exitCode, output, errors } = await runCommand(repository.directory, ['main'])
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' })
  expect(output.split('\n')[0]).toMatch(/^### ❌ Breaking: needs a `\w+` release.* \(no changeset says so\)$/)
})

test('the program prints what the command says and ends with its code', async () => {
  const repository = await makeRepository()
  await repository.edit('spec/components/schemas/key.yaml', '- is_issued\n', '')
  const args = ['main', '--format', 'json']
  expect(await start(repository.directory, args)).toEqual(await runCommand(repository.directory, args))
  expect(await start(repository.directory, ['--verbose'])).toMatchObject({ exitCode: 2, output: '' })
})

test('two documents of 3.0 are compared without a gate', async () => {
  const { exitCode, output } = await runCommand(await makeDocuments(makeNullable), [...files, '--format', 'json'])
  const { bump, packages, causes, gate, source } = JSON.parse(output)
  expect({ exitCode, bump, packages, source }).toEqual({ exitCode: 0, bump: 'major', packages: [], source: 'major' })
  expect(gate).toEqual({ passes: true, problems: [], warnings: [] })
  expect(causes).toMatchObject([{ breaks: ['response'], path: 'key_id', place: { file: 'head.json' } }])
})

test('the JSON has the shape that the README documents', async () => {
  const { output } = await runCommand(await makeDocuments(makeNullable), [...files, '--format=json'])
  const report = JSON.parse(output)
  expect(Object.keys(report)).toEqual([
    'base',
    'head',
    'packages',
    'bump',
    'source',
    'causes',
    'calls',
    'unsearched',
    'defects',
    'gate',
  ])
  const [{ usages, types, place, ...cause }] = report.causes
  expect(cause).toEqual({
    rule: expect.any(String),
    level: 'major',
    breaks: ['response'],
    pointer: '/components/schemas/key/properties/key_id/type',
    path: 'key_id',
    message: expect.stringContaining('null'),
    before: expect.anything(),
    after: expect.anything(),
    seenBy: 'contract',
    typesCompared: true,
    fingerprint: expect.stringMatching(/^[\da-f]{12}$/),
    payload: expect.anything(),
  })
  const usage = {
    operation: 'GET /keys/{id}',
    side: 'response',
    status: '200',
    mediaType: 'application/json',
    steps: ['key_id'],
    path: 'key_id',
  }
  expect(usages).toEqual([usage])
  expect(types).toEqual([
    {
      kind: 'can be null',
      breaks: ['response'],
      path: 'key_id',
      before: 'string',
      after: 'string | null',
      usages: [usage],
    },
  ])
  expect(place).toEqual({ file: 'head.json', line: expect.any(Number), at: 'head' })
})

test('the HTML is a complete page', async () => {
  const { output } = await runCommand(await makeDocuments(makeNullable), [...files, '--format', 'html'])
  expect(output).toMatch(/^<!doctype html>/)
})

test('a document whose types cannot be generated is compared by its contract, and the report says so', async () => {
  const directory = await makeDocuments((document) => {
    makeNullable(document)
    Object.assign(document.components.schemas, { KEY: { type: 'string' }, Key: { type: 'string' } })
  })
  const { exitCode, output } = await runCommand(directory, files)
  expect(exitCode).toBe(0)
  expect(output).toContain('The types were not compared, because the type generator rejects one of the documents')
})

test.each<[string, string[], string]>([
  ['a file is missing', ['--base-file', 'nothing.yaml', '--head-file', 'head.json'], 'There is no nothing.yaml'],
  ['one file is given', ['--base-file', 'base.json'], 'Use `npx'],
  ['files and a revision are given', [...files, 'main'], 'Use `npx'],
  ['an option is unknown', ['--verbose'], "Unknown option '--verbose'"],
  ['a format is unknown', [...files, '--format', 'pdf'], 'There is no format `pdf`'],
  ['there is no repository', [], 'This is not a git repository'],
])('it ends with 2 and one line when %s', async (_, args, message) => {
  const { exitCode, output, errors } = await runCommand(await makeDocuments(), args)
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
  expect(errors).toContain(message)
  expect(errors.trim().split('\n')).toHaveLength(1)
})

test('it exits with 2 and one line if git is absent', async () => {
  const repository = await makeRepository()
  vi.stubEnv('PATH', '/nowhere')
  const { exitCode, errors } = await runCommand(repository.directory, [])
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: 'Git is not on the PATH: install it, or give two documents with --base-file and --head-file.\n',
  })
})

test('it exits with 2 and one line if the revision is unknown', async () => {
  const repository = await makeRepository()
  const { exitCode, errors } = await runCommand(repository.directory, ['nowhere'])
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: 'Git knows no revision `nowhere`: run `git fetch --tags`, or check its spelling.\n',
  })
})
