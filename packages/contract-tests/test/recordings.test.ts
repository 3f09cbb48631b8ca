import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile, resolve } from '../src/check.ts'
import { recordFigure } from '../src/figures.ts'
import { directory, readRecordings, type Json } from '../src/recording.ts'
import { createAjvValidate } from '../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'

const recordings = await readRecordings()
const validators = {
  Ajv: createAjvValidate(contract),
  '@hyperjump/json-schema': await createHyperjumpValidate(contract, collectSchemas(contract)),
}
const names = Object.keys(validators) as (keyof typeof validators)[]

test.each([
  'docs.seam.co, reference page of POST /acs/credentials/create, code sample and the comment below it',
  'docs.seam.co, reference page of POST /acs/credentials/create, example of the 200 response',
  'docs.seam.co, The Credential Object, example "ACS Card Credential"',
  'docs.seam.co, The Credential Object, example "ACS Mobile Key Credential"',
  'docs.seam.co, The Credential Object, example "ACS PIN Code Credential"',
])('the answer of %s is recorded, with what was changed', (from) => {
  expect(recordings.map(({ recording }) => recording.recorded)).toContainEqual({
    source: 'documentation',
    from,
    at: expect.any(String),
    operationHash: expect.any(String),
    changes: expect.any(Array),
  })
})

test.each(names)('every recording is what the spec says to %s, down to its text and its name', async (name) => {
  const checkFile = createCheckFile(contract, createCheck(contract, validators[name]))
  const problems = await Promise.all(
    recordings.map(async ({ file }) => {
      const found = checkFile(file, await readFile(new URL(file, directory), 'utf8'))
      return found.map((problem) => `recordings/${file}${problem}`)
    }),
  )
  expect(problems.flat()).toEqual([])
  recordFigure(`recordings accepted by ${name}`, `${recordings.length} of ${recordings.length}`)
})

/** Each body of the spec with each of its examples. */
const examples = Object.entries<Json>(contract.paths).flatMap(([path, { post }]) =>
  [['request', post.requestBody] as const, ...Object.entries<Json>(post.responses)].flatMap(([side, body]) =>
    Object.values<Json>(resolve(contract, body).content).flatMap((media) =>
      Object.entries<Json>(media.examples).map(([name, example]) => ({
        name: `${path} ${side} ${name}`,
        schema: media.schema,
        value: resolve(contract, example).value,
      })),
    ),
  ),
)

test.each(examples)('the example $name has no undeclared property and no wrong value', ({ schema, value }) => {
  for (const name of names) expect(validators[name](schema, value), name).toEqual([])
})
