import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { describe } from '../src/contract/schemas/describe.ts'
import type { Shape } from '../src/contract/schemas/shape.ts'
import { operations } from '../src/contract/pages/pages.ts'
import type { Schema } from '@seam-acs/spec/model'
import { toField, toForm, type Field } from '../src/try-it/form.ts'
import { partName } from '../src/try-it/operation.ts'
import { dist, readSite } from './helpers/site.ts'

const site = await readSite(dist)
const raise = 'Make src/try-it smaller, or leave out of it what a page has already.'

const weigh = (files: string[]) => files.reduce((sum, file) => sum + gzipSync(site.get(file)!, { level: 9 }).length, 0)

// They grow with the API.
const validators = new URL('validators.gen.js', import.meta.resolve('@seam-acs/client/validator'))
const validatorsWeight = gzipSync(readFileSync(validators), { level: 9 }).length

test.each(operations)(
  'the panel of $path opens with at most 34 kB beside the validators, and the code in it weighs at most 9 kB',
  ({ file }) => {
    const opened = weigh(['try-it.js', `${partName(file)}.js`, 'try-it/sender.html'])
    expect(opened - validatorsWeight, raise).toBeLessThanOrEqual(34_000)
    expect(weigh(['samples.js']), raise).toBeLessThanOrEqual(9_000)
  },
)

test('only the frame of try-it may call other hosts, and it has nothing but its program', () => {
  const frame = site.get('try-it/sender.html')!
  const [, policy] = frame.match(/Content-Security-Policy" content="([^"]*)"/)!
  expect(policy!.split('; ')).toEqual([
    "default-src 'none'",
    expect.stringMatching(/^script-src 'sha256-[^ ]+'$/),
    'connect-src https: http:',
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(frame.replace(/<script>.*<\/script>/s, '')).not.toMatch(/<(?!\/|!doctype|html|head|meta|title)|src=/)
})

const shape = (schema: Schema): Shape => describe(schema)

test.each<[schema: Schema, control: Field['control']]>([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', format: 'date-time' }, 'date-time'],
  [{ type: ['string', 'null'], format: 'date-time' }, 'date-time'],
  [{ type: 'integer' }, 'number'],
  [{ type: 'number' }, 'number'],
  [{ type: 'boolean' }, 'boolean'],
  [{ type: ['boolean', 'null'] }, 'boolean'],
  [{ type: 'string', enum: ['a', 'b'] }, 'choice'],
  [{ type: 'string', const: 'a' }, 'choice'],
  [{ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] }, 'text'],
  [{ type: 'array', items: { type: 'string' } }, 'list'],
  [{ type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }, 'list'],
  [{ type: 'object', properties: { a: { type: 'string' } } }, 'group'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, 'json'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'json'],
  [{}, 'json'],
])('%j has the control %s', (schema, control) => {
  expect(toField(shape(schema)).control).toBe(control)
})

test('numbers and null among the values of an enum stay what they are', () => {
  const field = toField(shape({ type: ['integer', 'null'], enum: [1, 2, null] }))
  expect(field).toMatchObject({ control: 'choice', values: ['1', '2'], nullable: true })
})

const owner = (name: string): Schema => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'string' } },
})

test('alternatives that can be combined also offer the fields of the others, and exclusive ones do not', () => {
  const names = (fields: Field[]) => fields.map(({ name }) => name)
  const { fields, choices } = toForm(
    shape({
      allOf: [{ type: 'object', properties: { own: { type: 'string' } } }, { anyOf: [owner('one'), owner('two')] }],
    }),
  )
  expect(names(fields)).toEqual(['own'])
  expect(choices[0]!.map(({ label, others }) => [label, names(others)])).toEqual([
    ['one', ['two']],
    ['two', ['one']],
  ])
  const exclusive = toForm(shape({ oneOf: [owner('one'), owner('two')] }))
  expect(exclusive.choices[0]!.map(({ others }) => others)).toEqual([[], []])
})
