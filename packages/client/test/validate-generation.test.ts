import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, onTestFinished, test } from 'vitest'
import { renderValidators } from '@seam-acs/codegen/validators'
import { findDifference } from '@seam-acs/codegen/generated-file'

// oxlint-disable-next-line typescript/no-explicit-any -- the tests try schemas and values of any shape
type Json = any

const source = new URL('../src/', import.meta.url)

/** A document with one path, whose request and answer have the same schema. */
function documentOf(schema: Json, schemas: Json = {}): Json {
  const content = { 'application/json': { schema } }
  return {
    paths: { '/': { post: { requestBody: { content }, responses: { 200: { content } } } } },
    components: { schemas },
  }
}

/** The client's validation, generated for a schema. */
async function generateFor(schema: Json, schemas?: Json): Promise<typeof import('../src/validate.ts')> {
  const directory = await mkdtemp(join(tmpdir(), 'validators-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  await copyFile(new URL('validate.ts', source), `${directory}/validate.ts`)
  await writeFile(`${directory}/validators.gen.ts`, renderValidators(documentOf(schema, schemas)))
  return import(`${directory}/validate.ts`)
}

const objectOf = (properties: Json, required: string[] = []) => ({ type: 'object', required, properties })
const shape = (kind: Json, properties: Json = {}) =>
  objectOf({ kind, ...properties }, ['kind', ...Object.keys(properties)])

test('the committed validators are those of the spec', async () => {
  const committed = await readFile(new URL('validators.gen.ts', source), 'utf8')
  expect(findDifference('packages/client/src/validators.gen.ts', committed, renderValidators(contract))).toBeUndefined()
})

test('a spec with another pattern makes the committed validators stale', async () => {
  const committed = await readFile(new URL('validators.gen.ts', source), 'utf8')
  const changed = structuredClone(contract)
  changed.components.schemas.create_acs_credential_options.properties.code.pattern = '^[0-9]+$'
  expect(findDifference('validators.gen.ts', committed, renderValidators(changed))).toMatch(/stale/)
})

test('annotations change nothing', () => {
  const annotations = {
    description: 'A',
    default: 'a',
    deprecated: true,
    examples: ['a'],
    'x-enumDescriptions': { a: '' },
  }
  const schema = { type: 'string', enum: ['a'] }
  expect(renderValidators(documentOf({ ...schema, ...annotations }))).toBe(renderValidators(documentOf(schema)))
})

test.each<[string, Json, RegExp]>([
  ['an unknown keyword', { type: 'object', additionalProperties: false }, /^thing: .*`additionalProperties`/],
  [
    'an unknown keyword deep inside',
    objectOf({ a: { type: 'array', items: { oneOf: [] } } }),
    /^thing\.a\[\]: .*`oneOf`/,
  ],
  ['a keyword named like a property of every object', { constructor: 1 }, /^thing: .*`constructor`/],
  ['an unknown format', { type: 'string', format: 'email' }, /`format: email`/],
  ['a not of something else than values', { not: { type: 'string' } }, /`not` other than of an `enum`/],
  ['a keyword without its type', { minLength: 1 }, /`minLength` without `type: string`/],
  ['a keyword with another type', { type: 'string', minimum: 1 }, /`minimum` without `type: integer or number`/],
  ['integers among other types', { type: ['integer', 'string'] }, /`type: integer` among others/],
  [
    'a choice of objects and other types',
    { anyOf: [{ type: 'string' }, { type: 'object' }] },
    /`anyOf` of objects and other types/,
  ],
  ['a reference to itself', objectOf({ a: { $ref: '#/components/schemas/thing' } }), /^thing: .*`\$ref` to itself/],
])('a schema with %s fails generation, naming both', (_, thing, message) => {
  const document = documentOf({ $ref: '#/components/schemas/thing' }, { thing })
  expect(() => renderValidators(document)).toThrow(message)
})

test.each<[string, Json, valid: Json[], invalid: [value: Json, path: string, message: string][]]>([
  [
    'type: integer',
    { type: ['integer', 'null'] },
    [1, -1, null, 1e21],
    [
      [1.5, '', 'must be an integer'],
      ['1', '', 'must be a number or null'],
    ],
  ],
  ['several types', { type: ['string', 'number'] }, ['', 0], [[null, '', 'must be a string or a number']]],
  ['enum', { enum: ['a', 1, null, true] }, ['a', 1, null, true], [['1', '', 'must be one of a, 1, null, true']]],
  ['const', { const: "it's" }, ["it's"], [['it', '', "must be it's"]]],
  [
    'not enum',
    { type: 'string', not: { enum: ['a', 'b'] } },
    ['c'],
    [
      ['a', '', 'must not be one of a, b'],
      [1, '', 'must be a string'],
    ],
  ],
  [
    'minLength in characters',
    { type: 'string', minLength: 2 },
    ['ab', '\n\n', '💳💳'],
    [['💳', '', 'must have a length of at least 2']],
  ],
  [
    'maxLength in characters',
    { type: ['string', 'null'], maxLength: 2 },
    ['', '💳💳', null],
    [['abc', '', 'must have a length of at most 2']],
  ],
  ['minItems', { type: 'array', minItems: 1 }, [[1]], [[[], '', 'must have a length of at least 1']]],
  ['maxItems', { type: 'array', maxItems: 1 }, [[], [1]], [[[1, 2], '', 'must have a length of at most 1']]],
  ['minimum', { type: 'number', minimum: 0.5 }, [0.5, 1], [[0, '', 'must be at least 0.5']]],
  ['maximum', { type: 'integer', maximum: 2 }, [2, -5], [[3, '', 'must be at most 2']]],
  [
    'several tests',
    { type: 'string', pattern: '^a', maxLength: 2 },
    ['ab'],
    [
      ['bb', '', 'must match ^a'],
      ['abc', '', 'must have a length of at most 2'],
    ],
  ],
  [
    'a slash in a pattern',
    { type: 'string', pattern: '^a/"\'\\\\$' },
    ['a/"\'\\'],
    [['a', '', 'must match ^a/"\'\\\\$']],
  ],
  [
    'patternProperties',
    { type: 'object', patternProperties: { '^x_': { type: 'string' } } },
    [{}, { x_a: '' }],
    [
      [{ x_a: 1 }, 'x_a', 'must be a string'],
      [{ y: '' }, 'y', 'is not a known property'],
    ],
  ],
  ['an object without properties', { type: 'object' }, [{}, { a: { b: 1 } }], [[[], '', 'must be an object']]],
  [
    'a nullable object',
    { type: ['object', 'null'], properties: { a: { type: 'string' } } },
    [null, { a: '' }],
    [[1, '', 'must be an object or null']],
  ],
  ['an empty schema', {}, [null, 1, [{ a: 1 }], { a: 1 }], []],
  [
    'a required property without schema',
    { type: 'object', required: ['a'] },
    [{ a: 1 }, { a: null }],
    [[{}, 'a', 'is required']],
  ],
  [
    'names like those of every object',
    objectOf({ constructor: { type: 'string' }, ['__proto__']: { type: 'string' } }, ['toString']),
    [JSON.parse('{"toString":1,"__proto__":"","constructor":""}')],
    [
      [{}, 'toString', 'is required'],
      [{ toString: 1, constructor: 1 }, 'constructor', 'must be a string'],
    ],
  ],
  [
    'a choice of other types than objects',
    { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' } }] },
    [true, ['']],
    [['', '', 'must be a boolean']],
  ],
  [
    'the same property twice',
    { allOf: [objectOf({ a: { type: 'string' } }), objectOf({ a: { enum: ['b'] } })] },
    [{ a: 'b' }],
    [
      [{ a: 'c' }, 'a', 'must be b'],
      [1, '', 'must be an object'],
    ],
  ],
  [
    'alternatives with a property in common',
    { anyOf: [objectOf({ a: {}, b: {} }, ['a', 'b']), objectOf({ a: {}, c: {} }, ['a', 'c'])] },
    [
      { a: 1, b: 1 },
      { a: 1, c: 1, b: 1 },
    ],
    [
      [{ c: 1 }, 'a', 'is required'],
      [{ a: 1, b: 1, d: 1 }, 'd', 'is not a known property'],
    ],
  ],
])('%s is validated', async (_, schema, valid, invalid) => {
  const { validateRequest } = await generateFor(schema)
  expect(valid.map((value) => validateRequest('/', value))).toEqual(valid.map(() => []))
  expect(invalid.map(([value]) => validateRequest('/', value))).toEqual(
    invalid.map(([, path, message]) => [{ path, message }]),
  )
})

test('shapes that a property tells apart are judged by that property', async () => {
  const shapes = [
    shape({ const: 'dot' }),
    shape({ const: 'circle' }, { radius: { type: 'number' } }),
    shape({ enum: ['square', 'line'] }, { side: { type: 'number' } }),
  ]
  const { validateRequest, validateResponse } = await generateFor({ anyOf: shapes })
  expect(validateRequest('/', { kind: 'dot', radius: 'known, though of another shape' })).toEqual([])
  expect(validateRequest('/', { kind: 'dot', width: 1 })).toEqual([
    { path: 'width', message: 'is not a known property' },
  ])
  expect(validateResponse('/', { kind: 'line' })).toEqual([{ path: 'side', message: 'is required' }])
  expect(validateResponse('/', { kind: 'star' })).toEqual([
    { path: 'kind', message: 'must be one of dot, circle, square, line' },
  ])
  expect(validateResponse('/', {})).toEqual([{ path: 'kind', message: 'is required' }])
})

test('a shape for all other values leaves the property open', async () => {
  const shapes = [
    shape({ const: 'circle' }, { radius: { type: 'number' } }),
    shape({ type: 'string', not: { enum: ['circle'] } }),
  ]
  const { validateResponse } = await generateFor({ anyOf: shapes })
  expect(validateResponse('/', { kind: 'star' })).toEqual([])
  expect(validateResponse('/', { kind: 'circle' })).toEqual([{ path: 'radius', message: 'is required' }])
  expect(validateResponse('/', { kind: 1 })).toEqual([{ path: 'kind', message: 'must be a string' }])
})

test('an operation without a body in its request accepts any', () => {
  const document = documentOf({ type: 'string' })
  delete document.paths['/'].post.requestBody
  expect(renderValidators(document)).toContain("['/', [{}, { t: 'a string' }]]")
})
