import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as validation from '@seam-acs/client/validator'
import { findDifference } from '@seam-acs/codegen/generated-file'
import { renderValidators } from '@seam-acs/codegen/validators'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { afterAll, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../src', import.meta.url))

/** A document with one path, whose request and response have the same schema. */
function documentOf(schema: Json, schemas: Json = {}): Json {
  const content = { 'application/json': { schema } }
  return {
    paths: { '/': { post: { requestBody: { content }, responses: { 200: { content } } } } },
    components: { schemas },
  }
}

const directory = await mkdtemp(join(tmpdir(), 'validators-'))
afterAll(() => rm(directory, { recursive: true }))
await cp(source, directory, { recursive: true })
let count = 0

/** The client's validator, generated for a schema. All share the rest of the client. */
async function generateFor(schema: Json, schemas?: Json): Promise<typeof validation> {
  const folder = `${directory}/validation-${count++}`
  await cp(`${source}/validation`, folder, { recursive: true })
  await writeFile(`${folder}/validators.gen.ts`, renderValidators(documentOf(schema, schemas)))
  return import(`${folder}/validator.ts`)
}

const objectOf = (properties: Json, required: string[] = []) => ({ type: 'object', required, properties })
const shape = (kind: Json, properties: Json = {}) =>
  objectOf({ kind, ...properties }, ['kind', ...Object.keys(properties)])

const readCommitted = () => readFile(`${source}/validation/validators.gen.ts`, 'utf8')

test('the committed validators are those of the spec', async () => {
  const file = 'packages/client/src/validation/validators.gen.ts'
  expect(findDifference(file, await readCommitted(), renderValidators(contract))).toBeUndefined()
})

test('a spec with another pattern makes the committed validators out of date', async () => {
  const changed = structuredClone(contract)
  changed.components.schemas.create_acs_credential_options.properties.code.pattern = '^[0-9]+$'
  expect(findDifference('validators.gen.ts', await readCommitted(), renderValidators(changed))).toMatch(/out of date/)
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
  ['const', { const: "that's" }, ["that's"], [['that', '', "must be that's"]]],
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
  [
    'a map',
    { type: 'object', additionalProperties: { type: 'number' } },
    [{}, { a: 1, 'b/c': 2 }],
    [
      [{ a: 1, b: '' }, 'b', 'must be a number'],
      [[], '', 'must be an object'],
    ],
  ],
  [
    'a map beside known properties and patterns',
    {
      ...objectOf({ id: { type: 'string' } }, ['id', 'count']),
      patternProperties: { '^x_': { type: 'boolean' } },
      additionalProperties: { type: 'number' },
    },
    [{ id: '', count: 1, x_a: true, more: 2 }],
    [
      [{ id: '', count: '' }, 'count', 'must be a number'],
      [{ id: '', count: 1, x_a: 1 }, 'x_a', 'must be a boolean'],
      [{ count: 1 }, 'id', 'is required'],
    ],
  ],
  [
    'a map together with another schema',
    { allOf: [objectOf({ id: { enum: [1] } }), { type: 'object', additionalProperties: { type: 'number' } }] },
    [{ id: 1, more: 2 }],
    [[{ id: 1, more: '' }, 'more', 'must be a number']],
  ],
  [
    'an object with any further properties',
    { ...objectOf({ a: { type: 'string' } }), additionalProperties: true },
    [{ a: '', b: {} }],
    [[{ a: 1, b: {} }, 'a', 'must be a string']],
  ],
  [
    'minProperties of what is sent',
    { type: 'object', minProperties: 2 },
    [{ a: 1, b: 1 }],
    [[{ a: 1, b: undefined }, '', 'must have at least 2 properties']],
  ],
  [
    'maxProperties',
    { type: 'object', maxProperties: 1 },
    [{}, { a: 1 }],
    [[{ a: 1, b: 1 }, '', 'must have at most 1 properties']],
  ],
  ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 0 }, [0.1], [[0, '', 'must be more than 0']]],
  ['exclusiveMaximum', { type: 'integer', exclusiveMaximum: 3 }, [2], [[3, '', 'must be less than 3']]],
  ['multipleOf', { type: 'number', multipleOf: 0.5 }, [0, 1.5, -2], [[0.7, '', 'must be a multiple of 0.5']]],
  [
    'uniqueItems, whatever the order of properties',
    { type: 'array', uniqueItems: true },
    [[], [1, '1', null, [1], { a: 1 }, { a: 2 }], [{ toString: 1 }]],
    [
      [[1, 1], '', 'must have no item twice'],
      [
        [
          { a: 1, b: [{ c: 1, d: 2 }] },
          { b: [{ d: 2, c: 1 }], a: 1 },
        ],
        '',
        'must have no item twice',
      ],
    ],
  ],
  [
    'format: date',
    { type: 'string', format: 'date' },
    ['2024-02-29', '2025-12-31'],
    ['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00:00Z', ''].map((value) => [value, '', 'must be a date']),
  ],
  [
    'format: email',
    { type: 'string', format: 'email' },
    ['ann@example.com', "a.b+c'd@x-y.co", 'A@B'],
    ['ann', '@b', 'a@', 'a b@c', 'a@b@c', '.a@b', 'a..b@c', 'a@-b', 'a@b..c'].map((value) => [
      value,
      '',
      'must be an email',
    ]),
  ],
  [
    'format: uri',
    { type: 'string', format: 'uri' },
    ['https://a.b/c?d=e%20f#g', 'urn:a:b', 'mailto:ann@b.c', 'http://u@[::1]:80/', 'x:'],
    ['a.b/c', '/c', 'https://a b', 'https://a/%zz', 'https://a/{b}', 'https://a#b#c', ':'].map((value) => [
      value,
      '',
      'must be a uri',
    ]),
  ],
  ['format: int32', { type: 'integer', format: 'int32' }, [2 ** 53], [[1.5, '', 'must be an integer']]],
  ['format: double', { type: 'number', format: 'double' }, [1.5], [['1', '', 'must be a number']]],
  [
    'an enum with null',
    { type: ['string', 'null'], enum: ['a', null] },
    ['a', null],
    [['b', '', 'must be one of a, null']],
  ],
  [
    'an object or null',
    { anyOf: [objectOf({ a: { type: 'string' } }, ['a']), { type: 'null' }] },
    [null, { a: '' }],
    [
      [{}, 'a', 'is required'],
      [{ a: '', b: '' }, 'b', 'is not a known property'],
      [1, '', 'must be an object or null'],
    ],
  ],
  [
    'an enum, any string or null',
    { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }, { type: 'null' }] },
    ['a', 'b', null],
    [[1, '', 'must be a string or null']],
  ],
  [
    'shapes that a property distinguishes, or null',
    { anyOf: [shape({ const: 'circle' }, { radius: { type: 'number' } }), shape({ const: 'dot' }), { type: 'null' }] },
    [null, { kind: 'circle', radius: 1 }, { kind: 'dot' }],
    [
      [{ kind: 'circle' }, 'radius', 'is required'],
      [{ kind: 'star' }, 'kind', 'must be one of circle, dot'],
    ],
  ],
  [
    'alternatives or null',
    { anyOf: [objectOf({ a: {} }, ['a']), objectOf({ b: {} }, ['b']), { type: 'null' }] },
    [null, { a: 1 }, { b: 1 }],
    [[{ a: 1, c: 1 }, 'c', 'is not a known property']],
  ],
  [
    'an object or text',
    { anyOf: [{ type: 'string' }, objectOf({ a: { type: 'string' } }, ['a'])] },
    ['', 'text', { a: '' }],
    [
      [{ a: '', b: 1 }, 'b', 'is not a known property'],
      [{ a: 1 }, 'a', 'must be a string'],
    ],
  ],
  [
    'any object or text',
    { anyOf: [{ type: 'string' }, { type: 'object' }] },
    ['', { a: 1 }],
    [[1, '', 'must be a string']],
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

test('a property that distinguishes shapes selects the shape to check', async () => {
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

const recursive: [string, Json, Json][] = [
  [
    'by itself',
    { $ref: '#/components/schemas/tree' },
    {
      tree: objectOf(
        { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/components/schemas/tree' } } },
        ['name'],
      ),
    },
  ],
  [
    'by another schema, as an item',
    { $ref: '#/components/schemas/forest' },
    {
      forest: objectOf(
        { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/components/schemas/tree' } } },
        ['name'],
      ),
      tree: { allOf: [{ $ref: '#/components/schemas/forest' }] },
    },
  ],
]

test.each(recursive)('a schema that refers to itself %s is validated at any depth', async (_, schema, schemas) => {
  const { validateRequest } = await generateFor(schema, schemas)
  const nest = (inner: Json) => ({ name: 'a', children: [{ name: 'b', children: [{ name: 'c' }, inner] }] })
  expect(validateRequest('/', nest({ name: 'd' }))).toEqual([])
  expect(validateRequest('/', nest({}))).toEqual([{ path: 'children[0].children[1].name', message: 'is required' }])
  expect(validateRequest('/', nest({ name: '', size: 1 }))).toEqual([
    { path: 'children[0].children[1].size', message: 'is not a known property' },
  ])
})

test('a schema that refers to itself in alternatives is validated at any depth', async () => {
  const node = objectOf({ next: { anyOf: [{ $ref: '#/components/schemas/node' }, { type: 'null' }] } }, ['next'])
  const { validateRequest, validateResponse } = await generateFor({ $ref: '#/components/schemas/node' }, { node })
  for (const validate of [validateRequest, validateResponse]) {
    expect(validate('/', { next: { next: { next: null } } })).toEqual([])
    expect(validate('/', { next: { next: {} } })).toEqual([{ path: 'next.next.next', message: 'is required' }])
  }
})
