import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { createCheck, createValidate, resolve } from '../src/check.ts'
import { readRecordings, type Json } from '../src/recording.ts'
import { replay } from '../src/replay.ts'

const recordings = await readRecordings()
const check = createCheck(contract)

test("the documentation's request and answers are recorded", () => {
  expect(recordings.map(({ file }) => file)).toEqual([
    'acs_credentials_create/200-card.json',
    'acs_credentials_create/200-code-sample.json',
    'acs_credentials_create/200-mobile-key.json',
    'acs_credentials_create/200-pin-code.json',
    'acs_credentials_create/200-response-example.json',
  ])
})

test.each(recordings)('$file says where it is from and what was changed', ({ recording: { recorded } }) => {
  expect(recorded).toEqual({
    source: 'documentation',
    from: expect.stringMatching(/^docs\.seam\.co, /),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    operationHash: expect.stringMatching(/^[\da-f]{16}$/),
    changes: expect.any(Array),
  })
})

test.each(recordings)('$file is what the spec says', ({ recording }) => {
  expect(check(recording)).toEqual([])
})

test.each(recordings)("$file is what the client's method sends and returns", async ({ recording }) => {
  expect(await replay(recording)).toEqual([])
})

test.each(recordings)('$file is what the path client sends and returns', async ({ recording }) => {
  expect(await replay(recording, { surface: 'path' })).toEqual([])
})

const validate = createValidate(contract)

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
  expect(validate(schema, value)).toEqual([])
})
