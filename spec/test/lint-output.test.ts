import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { copySpec, editSpec } from './mutated-specs.ts'
import type { Mutation } from './mutations.ts'
import { printProblems, runBuild, specFolder } from './run-lint.ts'

const folder = copySpec()

beforeEach(() => void vi.stubEnv('NO_COLOR', '1'))

const lintEdited = (...edits: Mutation['edits']) => {
  editSpec(folder, edits)
  return printProblems(folder)
}

const read = (file: string) => readFileSync(join(specFolder, file), 'utf8')

/** `file:line` of the first line with a text. */
const locate = (file: string, text: string) => {
  const lines = read(file).split('\n')
  return `${file}:${lines.findIndex((line) => line.includes(text)) + 1}`
}

test('a spec without problems is bundled silently', async () => {
  expect(await runBuild(folder)).toEqual({ exitCode: 0, output: '' })
})

test('the build ends with all problems and what to do', async () => {
  const file = 'components/schemas/akiles_metadata.yaml'
  editSpec(folder, [
    ['openapi.yaml', read('openapi.yaml'), ''],
    [file, read(file), ''],
  ])
  expect(await runBuild(folder)).toEqual({
    exitCode: 1,
    output: `
spec/${file}:1:1
  The file is empty. Write its content, or delete it.

spec/openapi.yaml:1:1
  The file is empty. Write its content, or delete it.

The spec was not bundled. Fix this and build again; spec/README.md explains how the spec is written.
`,
  })
})

test('invalid YAML is reported with its place, without the problems that it causes', async () => {
  expect(await lintEdited(['components/schemas/akiles_metadata.yaml', 'properties:', 'properties: {']))
    .toBe(`spec/components/schemas/akiles_metadata.yaml:7:9
  type: string
  Failed to parse: missed comma between flow collection entries (no-unresolved-refs)`)
})

test('invalid YAML in openapi.yaml is reported with its place', async () => {
  expect(await lintEdited(['openapi.yaml', 'openapi: 3.1.1\n', 'openapi: 3.1.1\n\tinfo:\n']))
    .toBe(`spec/openapi.yaml:2:1
  info:
  Failed to parse: tab characters must not be used in indentation (no-unresolved-refs)`)
})

test.each(
  ['', '# Only a comment.\n', '---\n\n'].flatMap((text) =>
    ['components/schemas/akiles_metadata.yaml', 'openapi.yaml'].map((file) => [text, file] as const),
  ),
)('an empty file (%j) is reported as empty (%s)', async (text, file) => {
  expect(await lintEdited([file, read(file), text])).toBe(
    `spec/${file}:1:1\n  The file is empty. Write its content, or delete it.`,
  )
})

test('a broken $ref is reported with its place, without the problems that it causes', async () => {
  const file = 'components/schemas/create_acs_credential_options.yaml'
  expect(await lintEdited([file, '$ref: access_method.yaml', '$ref: acces_method.yaml']))
    .toBe(`spec/${locate(file, '$ref: access_method.yaml')}:5
  $ref: acces_method.yaml
  Can't resolve $ref: ENOENT: no such file or directory 'spec/components/schemas/acces_method.yaml'. Correct the reference, or add the file. (no-unresolved-refs)`)
})

test('each reference that leads back to itself is reported with its place', async () => {
  const schemas = 'components/schemas'
  editSpec(folder, [
    [`${schemas}/error_type.yaml`, 'anyOf:\n  - $ref: a.yaml\n  - $ref: error_type.yaml#/anyOf/1\n'],
    [`${schemas}/a.yaml`, '$ref: b.yaml\n'],
    [`${schemas}/b.yaml`, '$ref: a.yaml\n'],
  ])
  const { exitCode, output } = await runBuild(folder)
  expect(exitCode).toBe(1)
  expect(output).not.toContain(folder)
  const places = [...output.matchAll(/^spec\/(.*)\n.*\n {2}Can't resolve \$ref: it leads back to itself\./gm)]
  expect(places.map(([, place]) => place)).toEqual([
    'components/schemas/error_type.yaml:2:5',
    'components/schemas/error_type.yaml:3:5',
  ])
})

test('an example that violates its schema is reported with its place', async () => {
  const file = 'components/examples/cloud_key_request.yaml'
  expect(await lintEdited([file, '- 21805570', '- zzz05570'])).toBe(`spec/${locate(file, '- 21805570')}:7
  - zzz05570-4706-4c21-99fc-3ed873a5e014
  Example value must conform to the schema: \`0\` property must match format "uuid". Change the example, or the schema if the example is right. (no-invalid-media-type-examples)`)
})
