import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { sayChange, sayPlace } from '../../src/render/text/say.ts'
import { changesOf, documentOf, type Loose } from './fixture.ts'
import { operation } from './meaning/small-api.ts'

const spec = contract as unknown as Json

/** The contract with one thing changed. */
function changed(change: (copy: Loose) => void): Json {
  const copy = structuredClone(spec)
  change(copy)
  return copy
}

// The canary: whatever becomes of the rules, this break is one.
test('a property of the contract that may now be null is a major change for those who read it', () => {
  const head = changed(
    (copy) => (copy.components.schemas.acs_credential.properties.is_issued.type = ['boolean', 'null']),
  )
  expect(compareDocuments(spec, head)).toEqual([
    {
      rule: 'property-became-nullable',
      level: 'major',
      breaks: ['response'],
      pointer: '/components/schemas/acs_credential/properties/is_issued/type',
      says: 'may now be null',
      before: ['boolean'],
      after: ['boolean', 'null'],
      usages: [
        {
          operation: 'POST /acs/credentials/create',
          side: 'response',
          status: '200',
          mediaType: 'application/json',
          steps: ['acs_credential', 'is_issued'],
        },
      ],
    },
  ])
})

test('a document does not differ from itself', () => {
  expect(compareDocuments(spec, structuredClone(spec))).toEqual([])
})

test('another order of keys is not a change', () => {
  const reverse = (node: Json): Json => {
    if (typeof node !== 'object' || node === null) return node
    if (Array.isArray(node)) return node.map(reverse)
    return Object.fromEntries(
      Object.entries(node)
        .toReversed()
        .map(([key, value]) => [key, reverse(value)]),
    )
  }
  expect(compareDocuments(spec, reverse(spec))).toEqual([])
})

test('any other difference is at least a patch, with the place that differs', () => {
  const head = changed((copy) => (copy.components.schemas.zz_unused = { type: 'string' }))
  expect(compareDocuments(spec, head)).toMatchObject([
    { rule: 'spelling-changed', level: 'patch', pointer: '/components/schemas/zz_unused' },
  ])
})

test('one change of a shared schema is one entry with a usage for each operation, side and path', () => {
  const shared = (property: Json) => ({ kind: { type: 'object', properties: { name: property } } })
  const body = {
    type: 'object',
    properties: {
      one: { $ref: '#/components/schemas/kind' },
      all: { type: 'array', items: { $ref: '#/components/schemas/kind' } },
    },
  }
  const sides = ['request', 'response'] as const
  const changes = compareDocuments(
    documentOf(body, [...sides], shared({ type: 'string' })),
    documentOf(body, [...sides], shared({ type: ['string', 'null'] })),
  )
  expect(changes).toMatchObject([
    { level: 'major', breaks: ['response'], pointer: '/components/schemas/kind/properties/name/type' },
  ])
  expect(changes[0]!.usages.map((usage) => `${usage.side} ${sayPlace(usage)}`).toSorted()).toEqual([
    'request all[].name',
    'request one.name',
    'response all[].name',
    'response one.name',
  ])
})

test('the same change of inlined copies is one entry with a usage for each', () => {
  const copy = (type: Json): Json => ({ type: 'object', properties: { name: { type }, id: { type: 'string' } } })
  const paths = (type: Json): Json =>
    Object.fromEntries(
      ['one', 'two', 'three'].map((name) => [
        `/${name}`,
        {
          get: {
            responses: {
              200: {
                description: '',
                content: { 'application/json': { schema: { properties: { [name]: copy(type) } } } },
              },
            },
          },
        },
      ]),
    )
  const documentWith = (type: Json): Json => ({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: paths(type),
  })
  const changes = compareDocuments(documentWith('string'), documentWith(['string', 'null']))
  expect(changes.map(({ usages }) => usages.map(({ steps }) => steps))).toEqual([
    [
      ['one', 'name'],
      ['two', 'name'],
      ['three', 'name'],
    ],
  ])
})

test('the same change of copies of a long list of values is one entry for each side', () => {
  const all = [...'abcdefgh']
  const documentWith = (values: string[]): Json =>
    operation({
      parameters: [{ in: 'query', name: 'kind', schema: { enum: values } }],
      requestBody: {
        content: { 'application/json': { schema: { properties: { kinds: { items: { enum: values } } } } } },
      },
      responses: { 200: { description: '', content: { 'application/json': { schema: { enum: values } } } } },
    })
  const changes = compareDocuments(documentWith(all), documentWith(all.slice(1)))
  expect(changes.map(({ level, usages }) => [level, ...usages.map(sayPlace)])).toEqual([
    ['major', 'query kind', 'kinds[]'],
    ['minor', ''],
  ])
})

test('schemas that refer to each other in a circle are compared once', () => {
  const tree = (label: Json) => ({
    tree: {
      type: 'object',
      properties: { label, children: { type: 'array', items: { $ref: '#/components/schemas/tree' } } },
    },
  })
  const before = documentOf({ $ref: '#/components/schemas/tree' }, ['response'], tree({ type: 'string' }))
  const after = documentOf({ $ref: '#/components/schemas/tree' }, ['response'], tree({ type: 'integer' }))
  expect(compareDocuments(before, after)).toMatchObject([{ rule: 'type-changed', usages: [{ steps: ['label'] }] }])
})

test('schemas that refer to themselves through allOf and anyOf come to an end', () => {
  const loop = (more: Json) => ({
    loop: {
      allOf: [{ $ref: '#/components/schemas/loop' }, more],
      anyOf: [{ $ref: '#/components/schemas/loop' }, { type: 'null' }],
    },
  })
  const schema = { $ref: '#/components/schemas/loop' }
  const run = () =>
    compareDocuments(
      documentOf(schema, ['request'], loop({ type: 'string' })),
      documentOf(schema, ['request'], loop({ type: 'string', maxLength: 3 })),
    )
  expect(run()[0]?.level).toBe('major')
})

test('a new kind of warning beside one for unlisted kinds is additive', () => {
  const warning = (...codes: string[]): Json => ({
    anyOf: [
      ...codes.map((code): Json => ({ type: 'object', required: ['code'], properties: { code: { const: code } } })),
      { type: 'object', required: ['code'], properties: { code: { type: 'string', not: { enum: codes } } } },
    ],
  })
  const changes = compareDocuments(documentOf(warning('a'), ['response']), documentOf(warning('a', 'b'), ['response']))
  expect(changes[0]?.level).toBe('minor')
})

test('the syntax of 3.0 means what 3.1 spells differently', () => {
  const before = documentOf(
    { type: 'number', nullable: true, minimum: 0, exclusiveMinimum: true },
    ['request', 'response'],
    {},
    '3.0.3',
  )
  const after = documentOf({ type: ['number', 'null'], exclusiveMinimum: 0 }, ['request', 'response'])
  expect(compareDocuments(before, after).map(({ level, pointer }) => ({ level, pointer }))).toEqual([
    { level: 'patch', pointer: '/openapi' },
  ])
})

test('a word of 3.0 is understood in the default response too', () => {
  const answer = (schema: Json) => {
    const document = documentOf({}, [], {}, '3.0.3') as Loose
    document.paths['/things/create'].post.responses = {
      default: { description: '', content: { 'application/json': { schema } } },
    }
    return document
  }
  const changes = compareDocuments(answer({ type: 'string' }), answer({ type: 'string', nullable: true }))
  expect(changes).toMatchObject([{ rule: 'property-became-nullable', level: 'major' }])
})

test('the pointer of what was removed leads into the base', () => {
  const before = { type: 'object', properties: { gone: { type: 'string' } } }
  const [change] = changesOf(before, { type: 'object' })
  expect(change?.pointer).toMatch(/\/schema\/properties\/gone$/)
  expect(sayChange(change!).message).toBe('`gone` is removed.')
})
