import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { got, operation, query, ref, schemas, sent, verdict } from './small-api.ts'

type Members = Record<string, Json>

const text = { type: 'string' }
const object = (names: string, more: Members = {}): Json => ({
  type: 'object',
  properties: Object.fromEntries(names.split(' ').map((name) => [name, text])),
  ...more,
})
const array = (more: Members): Json => ({ type: 'array', ...more })
const card = object('card', { required: ['card'] })
const code = object('code', { required: ['code'] })
const none = { type: 'null' }
const tag = (...values: string[]) => ({ type: 'object', required: ['kind'], properties: { kind: { enum: values } } })

const variant = (kind: string, name: string) => ({
  type: 'object',
  required: ['kind', name],
  properties: { kind: { const: kind }, [name]: text },
})
const [round, square] = [variant('a', 'radius'), variant('b', 'side')]
const startsWith = (pattern: string) => ({ ...text, pattern })
// oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
const then = (schema: Json) => ({ then: schema })

/** What holds of senders holds of readers: the same values are accepted. */
test.each<[string, Json, Json]>([
  [
    'alternatives that overlap, in a union with null',
    { oneOf: [card, code, none] },
    { oneOf: [{ oneOf: [card, code] }, none] },
  ],
  ['the same, beside null by anyOf', { oneOf: [card, code, none] }, { anyOf: [{ oneOf: [card, code] }, none] }],
  [
    'a property that a closed object rejects twice',
    object('a', { additionalProperties: false }),
    { type: 'object', properties: { a: text, b: false }, additionalProperties: false },
  ],
  [
    'a dependency with its type',
    object('a b', { dependentRequired: { a: ['b'] } }),
    object('a b', { dependentSchemas: { a: { type: 'object', required: ['b'] } } }),
  ],
  [
    'a dependency as a condition',
    object('a b', { dependentRequired: { a: ['b'] } }),
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    object('a b', { if: { required: ['a'] }, then: { required: ['b'] } }),
  ],
  ['a dependency on itself', object('a', { dependentRequired: { a: ['a'] } }), object('a')],
  [
    'a dependency that follows from two',
    object('a b c', { dependentRequired: { a: ['b'], b: ['c'] } }),
    object('a b c', { dependentRequired: { a: ['b', 'c'], b: ['c'] } }),
  ],
  ['whole numbers by their step', { type: 'number', multipleOf: 1 }, { type: 'integer' }],
  [
    'one item, which cannot repeat',
    array({ items: text, maxItems: 1 }),
    array({ items: text, maxItems: 1, uniqueItems: true }),
  ],
  [
    'no item after the first',
    array({ prefixItems: [text], items: false }),
    array({ prefixItems: [text], maxItems: 1 }),
  ],
  ['names that are strings', object('a', { propertyNames: text }), object('a')],
  ['further properties of any kind', object('a', { additionalProperties: {} }), object('a')],
  ['nothing excluded', { ...text, not: false }, text],
  ['two variants as one with two tags', { oneOf: [tag('a'), tag('b')] }, tag('a', 'b')],
  ['variants in other groups', { oneOf: [tag('a', 'b'), tag('c')] }, { oneOf: [tag('a'), tag('b'), tag('c')] }],
  [
    'a dependency of what is always there',
    object('a b', { required: ['a'], dependentRequired: { a: ['b'] } }),
    object('a b', { required: ['a', 'b'] }),
  ],
  ['two steps', { allOf: [{ type: 'integer', multipleOf: 2 }, { multipleOf: 3 }] }, { type: 'integer', multipleOf: 6 }],
  [
    'no number of items of a kind',
    array({ items: text, contains: { const: 'a' }, minContains: 0 }),
    array({ items: text }),
  ],
  ['unevaluated properties of any kind', object('a', { unevaluatedProperties: {} }), object('a')],
  [
    'unevaluated properties where none is',
    { type: 'object', additionalProperties: text, unevaluatedProperties: false },
    { type: 'object', additionalProperties: text },
  ],
  [
    'unevaluated properties where all are open',
    object('a', { additionalProperties: true, unevaluatedProperties: false }),
    object('a'),
  ],
  [
    'unevaluated items',
    array({ prefixItems: [text], unevaluatedItems: false }),
    array({ prefixItems: [text], items: false }),
  ],
  ['a condition that never holds', { ...text, if: false, ...then({ maxLength: 1 }) }, text],
  ['a condition that always holds', { ...text, if: {}, ...then({ maxLength: 3 }) }, { ...text, maxLength: 3 }],
  ['a condition with nothing else', { ...text, if: { maxLength: 3 }, else: false }, { ...text, maxLength: 3 }],
  ['all but one type', { type: ['string', 'null'], not: none }, text],
  ['a union said twice', { allOf: [{ oneOf: [card, code] }, { oneOf: [card, code] }] }, { oneOf: [card, code] }],
  ['tags beside the variants', { ...tag('a', 'b'), oneOf: [tag('a'), tag('b')] }, { oneOf: [tag('a'), tag('b')] }],
  ['tags beside two variants that differ', { ...tag('a', 'b'), oneOf: [round, square] }, { oneOf: [round, square] }],
  [
    'a dependency as two alternatives',
    object('a b', { dependentRequired: { a: ['b'] } }),
    object('a b', { anyOf: [{ not: { required: ['a'] } }, { required: ['b'] }] }),
  ],
  ['no properties at all', { type: 'object', maxProperties: 0 }, { type: 'object', additionalProperties: false }],
  ['few whole numbers', { type: 'integer', minimum: 1, exclusiveMaximum: 4 }, { enum: [1, 2, 3] }],
  [
    'a pattern that follows from another',
    { ...text, allOf: [{ pattern: '^a' }, { pattern: '^ab' }] },
    startsWith('^ab'),
  ],
  ['an anchor in each alternative', startsWith('^a|^b'), startsWith('^(?:a|b)')],
  [
    'lists that cannot be empty, of items of which none can be of both',
    { anyOf: [array({ items: text, minItems: 1 }), array({ items: { type: 'integer' }, minItems: 1 })] },
    { oneOf: [array({ items: text, minItems: 1 }), array({ items: { type: 'integer' }, minItems: 1 })] },
  ],
  [
    'values that two alternatives of a oneOf list',
    { oneOf: [{ enum: ['a', 'c'] }, { enum: ['b', 'c'] }] },
    { enum: ['a', 'b'] },
  ],
  [
    'conditions in another order',
    {
      ...text,
      allOf: [
        { if: { maxLength: 3 }, ...then(startsWith('^a')) },
        { if: { minLength: 9 }, ...then(startsWith('^b')) },
      ],
    },
    {
      ...text,
      allOf: [
        { if: { minLength: 9 }, ...then(startsWith('^b')) },
        { if: { maxLength: 3 }, ...then(startsWith('^a')) },
      ],
    },
  ],
  [
    'items to contain in another order',
    array({ allOf: [{ contains: { const: 'a' } }, { contains: { const: 'b' } }] }),
    array({ allOf: [{ contains: { const: 'b' } }, { contains: { const: 'a' } }] }),
  ],
  ['what is not excluded', { ...text, not: { not: { minLength: 2 } } }, { ...text, minLength: 2 }],
  [
    'neither of two',
    { ...text, not: { anyOf: [{ const: 'a' }, { pattern: '^b' }] } },
    { ...text, allOf: [{ not: { pattern: '^b' } }, { not: { const: 'a' } }] },
  ],
  [
    'none of some values',
    { ...text, not: { enum: ['a', 'b'] } },
    { ...text, allOf: [{ not: { const: 'b' } }, { not: { enum: ['a'] } }] },
  ],
  [
    'what a property brings with it as a condition',
    object('a b', { dependentSchemas: { a: { properties: { b: { maxLength: 3 } } } } }),
    object('a b', { if: { required: ['a'] }, ...then({ properties: { b: { maxLength: 3 } } }) }),
  ],
  ['flags that are not set', object('a', { readOnly: false, deprecated: false }), object('a', { writeOnly: false })],
  [
    'a tag that is required beside the variants',
    {
      ...tag('a', 'b'),
      oneOf: [{ properties: { kind: { const: 'a' }, a: text } }, { properties: { kind: { const: 'b' }, b: text } }],
    },
    {
      oneOf: [
        { ...tag('a'), properties: { kind: { const: 'a' }, a: text } },
        { ...tag('b'), properties: { kind: { const: 'b' }, b: text } },
      ],
    },
  ],
  [
    'an excluded value of another type',
    { type: 'number', not: { enum: [1, 'a'] } },
    { type: 'number', allOf: [{ not: { const: 1 } }, { not: { type: 'object', required: ['a'] } }] },
  ],
  [
    'names of any kind',
    { type: 'object', patternProperties: { '.*': text } },
    { type: 'object', additionalProperties: text },
  ],
])('schemas that accept the same are the same: %s', (_, one, other) => {
  for (const at of [sent, got]) {
    expect(verdict(at(one), at(other))).toEqual({ level: 'patch', breaks: [], defects: [] })
    expect(verdict(at(other), at(one))).toEqual({ level: 'patch', breaks: [], defects: [] })
  }
})

/** One condition beside which a further one is only that. */
test.each<[string, Json, Json]>([
  ['exclusion', { not: { required: ['a', 'b'] } }, { not: { required: ['c', 'd'] } }],
  [
    'condition',
    { if: { required: ['a', 'c'] }, ...then({ required: ['b'] }) },
    { if: { required: ['d', 'c'] }, ...then({ required: ['b'] }) },
  ],
  ['list of alternatives', { anyOf: [card, code] }, { oneOf: [object('a', { required: ['a'] }), tag('a')] }],
])('one %s more is a break for senders only, and one less for readers only', (_, first, second) => {
  const [one, two] = [
    { type: 'object', allOf: [first] },
    { type: 'object', allOf: [second, first] },
  ]
  const minor = { level: 'minor', breaks: [], defects: [] }
  expect(verdict(sent(one), sent(two))).toMatchObject({ level: 'major', breaks: ['request'] })
  expect(verdict(sent(two), sent(one))).toEqual(minor)
  expect(verdict(got(one), got(two))).toEqual(minor)
  expect(verdict(got(two), got(one))).toMatchObject({ level: 'major', breaks: ['response'] })
})

test.each<[string, Json]>([
  ['have other names', { oneOf: [ref('three'), ref('four')] }],
  ['are written where they are used', { oneOf: [card, code] }],
])('alternatives that %s are the same alternatives', (_, head) => {
  const named = { one: card, two: code, three: card, four: code }
  const base = { oneOf: [ref('one'), ref('two')] }
  for (const at of [sent, got]) {
    expect(verdict(at(base, schemas(named)), at(head, schemas(named)))).toMatchObject({ level: 'patch' })
    expect(verdict(at(head, schemas(named)), at(base, schemas(named)))).toMatchObject({ level: 'patch' })
  }
})

const region = (name: string): Members => ({
  servers: [{ url: `https://{${name}}.example`, variables: { [name]: { default: 'eu', enum: ['eu', 'us'] } } }],
})
const list = array({ items: text, maxItems: 1 })
test.each<[string, Json, Json]>([
  ['a list of one by another separator', query(list, { explode: false }), query(list)],
  [
    'a list without names, which are what explode adds',
    operation({ parameters: [{ in: 'header', name: 'a', schema: array({ items: text }) }] }),
    operation({ parameters: [{ in: 'header', name: 'a', schema: array({ items: text }), explode: true }] }),
  ],
  [
    'a list with a name for each value, which leaves no separator',
    query(array({ items: text }), { style: 'pipeDelimited', explode: true }),
    query(array({ items: text })),
  ],
  [
    "the scheme's own port",
    operation({}, { servers: [{ url: 'https://api.example:443' }] }),
    operation({}, { servers: [{ url: 'https://api.example' }] }),
  ],
  ['a variable of another name', operation({}, region('region')), operation({}, region('r'))],
  ['the server of a document without servers', operation({}, { servers: [{ url: '/' }] }), operation({})],
])('the same address is the same: %s', (_, one, other) => {
  expect(verdict(one, other)).toEqual({ level: 'patch', breaks: [], defects: [] })
  expect(verdict(other, one)).toEqual({ level: 'patch', breaks: [], defects: [] })
})

const tagged = schemas({ one: object('kind a'), two: object('kind b') })
const byTag = (one: string, two: string): Json => ({
  oneOf: [ref('one'), ref('two')],
  discriminator: { propertyName: 'kind', mapping: { one, two } },
})

test.each([
  ['request', sent],
  ['response', got],
] as const)('a tag that means another alternative breaks the %s', (side, at) => {
  expect(verdict(at(byTag('one', 'two'), tagged), at(byTag('two', 'one'), tagged))).toEqual({
    level: 'major',
    breaks: [side],
    defects: [],
  })
})

test('a key behind a reference is told from another by what it is', () => {
  const key = (name: string, header: string): Json =>
    operation(
      { security: [{ [name]: [] }] },
      {
        components: {
          securitySchemes: { [name]: { $ref: '#/components/x-keys/key' } },
          'x-keys': { key: { type: 'apiKey', in: 'header', name: header } },
        },
      },
    )
  expect(verdict(key('old', 'X-Key'), key('new', 'X-Key'))).toMatchObject({ level: 'patch' })
  expect(verdict(key('old', 'X-Key'), key('new', 'X-Token'))).toMatchObject({ level: 'major', breaks: ['request'] })
})

test.each<[string, Json, Json]>([
  [
    'a discriminator',
    sent({ oneOf: [ref('one')], discriminator: { propertyName: 'kind', defaultMapping: 'one' } }, tagged),
    sent({ oneOf: [ref('one')], discriminator: { propertyName: 'kind', defaultMapping: 'two' } }, tagged),
  ],
  [
    'a server',
    operation({}, { servers: [{ url: '/', region: 1 }] }),
    operation({}, { servers: [{ url: '/', region: 2 }] }),
  ],
])('what no rule understands of %s is at least minor', (_, one, other) => {
  expect(verdict(one, other)).toEqual({ level: 'minor', breaks: [], defects: [] })
})
