import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder, writeMutatedSpec } from './mutated-specs.ts'
import type { Mutation } from './mutations.ts'
import { runBuild, specFolder } from './run-lint.ts'

const lintMutated = async (edit?: Mutation['edits'][number]) => {
  const folder = makeFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeMutatedSpec(folder, { edits: edit ? [edit] : [] })
  const { exitCode, output } = await runBuild(folder)
  expect(output).not.toContain(folder)
  return { exitCode, output: output.trim() }
}

/** `file:line` of the first line with a text. */
const locate = (file: string, text: string) => {
  const lines = readFileSync(join(specFolder, file), 'utf8').split('\n')
  return `${file}:${lines.findIndex((line) => line.includes(text)) + 1}`
}

const ending =
  '\n\nThe spec was not bundled. Fix this and build again; spec/README.md explains how the spec is written.'

test('a spec without problems is bundled silently', async () => {
  expect(await lintMutated()).toEqual({ exitCode: 0, output: '' })
})

test('invalid YAML is reported with its place, without the problems that it causes', async () => {
  expect(await lintMutated(['components/schemas/akiles_metadata.yaml', 'properties:', 'properties: {'])).toEqual({
    exitCode: 1,
    output: `spec/components/schemas/akiles_metadata.yaml:7:9
  type: string
  Failed to parse: missed comma between flow collection entries (no-unresolved-refs)${ending}`,
  })
})

test('invalid YAML in openapi.yaml is reported with its place', async () => {
  expect(await lintMutated(['openapi.yaml', 'openapi: 3.1.1\n', 'openapi: 3.1.1\n\tinfo:\n'])).toEqual({
    exitCode: 1,
    output: `spec/openapi.yaml:2:1
  info:
  Failed to parse: tab characters must not be used in indentation (no-unresolved-refs)${ending}`,
  })
})

test.each(['', '# Only a comment.\n', '---\n\n'])('an empty file (%j) is reported as empty', async (text) => {
  for (const file of ['components/schemas/akiles_metadata.yaml', 'openapi.yaml']) {
    const all = readFileSync(join(specFolder, file), 'utf8')
    expect(await lintMutated([file, all, text])).toEqual({
      exitCode: 1,
      output: `spec/${file}:1:1\n  The file is empty. Write its content, or delete it.${ending}`,
    })
  }
})

test('a broken $ref is reported with its place, without the problems that it causes', async () => {
  const file = 'components/schemas/create_acs_credential_options.yaml'
  expect(await lintMutated([file, '$ref: access_method.yaml', '$ref: acces_method.yaml'])).toEqual({
    exitCode: 1,
    output: `spec/${locate(file, '$ref: access_method.yaml')}:5
  $ref: acces_method.yaml
  Can't resolve $ref: ENOENT: no such file or directory 'spec/components/schemas/acces_method.yaml'. Correct the reference, or add the file. (no-unresolved-refs)${ending}`,
  })
})

test('each reference that leads back to itself is reported with its place', async () => {
  const folder = makeFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeMutatedSpec(folder, { edits: [] })
  const write = (file: string, text: string) => writeFileSync(join(folder, 'components/schemas', file), text)
  write('error_type.yaml', 'anyOf:\n  - $ref: a.yaml\n  - $ref: error_type.yaml#/anyOf/1\n')
  write('a.yaml', '$ref: b.yaml\n')
  write('b.yaml', '$ref: a.yaml\n')
  const { exitCode, output } = await runBuild(folder)
  expect(exitCode).toBe(1)
  const places = [...output.matchAll(/^spec\/(.*)\n.*\n {2}Can't resolve \$ref: it leads back to itself\./gm)]
  expect(places.map(([, place]) => place)).toEqual([
    'components/schemas/error_type.yaml:2:5',
    'components/schemas/error_type.yaml:3:5',
  ])
})

test('an example that violates its schema is reported with its place', async () => {
  const file = 'components/examples/cloud_key_request.yaml'
  expect(await lintMutated([file, '- 21805570', '- zzz05570'])).toEqual({
    exitCode: 1,
    output: `spec/${locate(file, '- 21805570')}:7
  - zzz05570-4706-4c21-99fc-3ed873a5e014
  Example value must conform to the schema: \`0\` property must match format "uuid". Change the example, or the schema if the example is right. (no-invalid-media-type-examples)${ending}`,
  })
})
