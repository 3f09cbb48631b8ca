import type { Json } from '../../src/change.ts'
import { asArray, asObject, asStrings, isObject, type JsonObject } from '../../src/document/json.ts'
import type { Random } from './random.ts'

type Edit = (schema: JsonObject, random: Random) => void

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']
const SCHEMAS: Json[] = [
  { type: 'string' },
  { type: 'integer', minimum: 1 },
  { type: ['string', 'null'] },
  { type: 'object', required: ['zz'], properties: { zz: { type: 'string' } } },
  { type: 'object', properties: { zz: { type: 'integer' } } },
  { const: 'a' },
  { enum: ['a', 'b', null] },
  { type: 'array', items: { type: 'string' } },
  {},
  true,
  false,
]

const set =
  (keyword: string, ...values: Json[]): Edit =>
  (schema, random) => {
    schema[keyword] = structuredClone(random.pick(values))
  }

const drop =
  (...keywords: string[]): Edit =>
  (schema, random) => {
    const present = keywords.filter((keyword) => keyword in schema)
    if (present.length > 0) delete schema[random.pick(present)]
  }

const OBJECT: Edit[] = [
  (schema, random) => {
    const properties = asObject(schema['properties'])
    const name = pickName(schema, random)
    delete properties[name]
    if (schema['required']) schema['required'] = asStrings(schema['required']).filter((other) => other !== name)
  },
  (schema, random) => {
    schema['required'] = [...new Set([...asStrings(schema['required']), pickName(schema, random)])]
  },
  (schema, random) => {
    const required = asStrings(schema['required'])
    if (required.length > 0) schema['required'] = required.filter((name) => name !== random.pick(required))
  },
  (schema, random) => {
    const name = random.pick(['zz', 'zz_new', pickName(schema, random)])
    schema['properties'] = { ...asObject(schema['properties']), [name]: structuredClone(random.pick(SCHEMAS)) }
  },
  (schema, random) => {
    const properties = asObject(schema['properties'])
    const one = properties[pickName(schema, random)]
    if (isObject(one)) one[random.pick(['readOnly', 'writeOnly'])] = true
  },
  set('additionalProperties', false, true, { type: 'string' }, { type: ['string', 'null'] }),
  set('unevaluatedProperties', false, true, { type: 'string' }),
  set('minProperties', 1, 2),
  set('maxProperties', 0, 3, 12),
  set('propertyNames', { pattern: '^[a-z_]+$' }, { maxLength: 20 }),
  set('patternProperties', { '^zz': { type: 'string' } }, { '^[a-z]': {} }, { _id$: { type: ['string', 'null'] } }),
  (schema, random) => {
    schema['dependentRequired'] = { [pickName(schema, random)]: [pickName(schema, random)] }
  },
  (schema, random) => {
    schema['dependentSchemas'] = { [pickName(schema, random)]: structuredClone(random.pick(SCHEMAS)) }
  },
  (schema, random) => {
    schema['if'] = { required: [pickName(schema, random)] }
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    schema['then'] = { required: [pickName(schema, random)] }
  },
  (schema, random) => {
    schema['anyOf'] = [{ not: { required: [pickName(schema, random)] } }, { required: [pickName(schema, random)] }]
  },
  drop('additionalProperties', 'required', 'properties', 'patternProperties', 'type', 'unevaluatedProperties'),
]

const STRING: Edit[] = [
  set('minLength', 1, 3),
  set('maxLength', 5, 40),
  set('pattern', '^[a-z]+$', '^.+$', '^\\d+$', '\\d', '^[0-9]{2,}$', '^(?!x)', '^a|^b', '(^|-)a$'),
  set('enum', ['a', 'b'], ['code', 'card'], ['code', 'card', 'mobile_key', 'cloud_key', 'x']),
  set('format', 'uuid', 'date-time', 'email', 'date'),
  set('const', 'a', 'code'),
  drop('pattern', 'maxLength', 'minLength'),
  drop('enum', 'const', 'format'),
]

const ARRAY: Edit[] = [
  set('minItems', 1, 2),
  set('maxItems', 1, 5),
  set('uniqueItems', true, false),
  set('items', { type: 'integer' }, { type: 'string' }, {}, false),
  set('prefixItems', [{ type: 'string' }], [{ const: 'a' }, { type: 'integer' }]),
  (schema, random) => {
    schema['contains'] = random.pick([{ const: 'a' }, { type: 'string' }])
    schema['minContains'] = random.pick([0, 1, 2])
  },
  set('maxContains', 1, 3),
  set('unevaluatedItems', false),
  drop('maxItems', 'minItems', 'items', 'contains', 'prefixItems'),
]

const NUMBER: Edit[] = [
  set('minimum', 0, 1, 2.5),
  set('maximum', 3, 10, 100),
  set('enum', [1, 2, 3], [0, 2.5]),
  set('exclusiveMinimum', 0, 1),
  set('multipleOf', 1, 2, 0.5),
  set('type', 'integer', 'number'),
  drop('minimum', 'maximum', 'exclusiveMinimum', 'multipleOf'),
]

const ANY: Edit[] = [
  set('type', ...TYPES),
  (schema) => {
    if (typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null']
  },
  (schema) => {
    if (Array.isArray(schema['type'])) schema['type'] = schema['type'][0]!
  },
  drop('type'),
  set('description', 'Another.'),
  set(
    'not',
    { required: ['zz'] },
    { const: 'a' },
    { type: 'null' },
    { type: ['string', 'object'] },
    { enum: ['a', 'b'] },
  ),
  (schema, random) => {
    schema['if'] = structuredClone(random.pick([true, false, {}, { type: 'string' }, { required: ['zz'] }]))
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    schema['then'] = structuredClone(random.pick(SCHEMAS))
    schema['else'] = structuredClone(random.pick([true, false, { type: 'string' }]))
  },
  drop('not', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'),
  (schema, random) => {
    const keyword = random.pick(['anyOf', 'oneOf', 'allOf'])
    schema[keyword] = [...asArray(schema[keyword]), structuredClone(random.pick(SCHEMAS))]
  },
  (schema, random) => {
    const keyword = ['anyOf', 'oneOf', 'allOf'].find((key) => Array.isArray(schema[key]))
    if (!keyword) return
    const branches = asArray(schema[keyword])
    schema[keyword] = branches.toSpliced(random.below(branches.length), 1)
    if (branches.length === 1) delete schema[keyword]
  },
  (schema) => {
    const keyword = ['anyOf', 'oneOf'].find((key) => Array.isArray(schema[key]))
    if (!keyword) return
    schema[keyword === 'anyOf' ? 'oneOf' : 'anyOf'] = schema[keyword]!
    delete schema[keyword]
  },
  (schema) => {
    const copy = { ...schema }
    for (const key of Object.keys(schema)) delete schema[key]
    schema['anyOf'] = [copy, { type: 'null' }]
  },
]

const UNION: Edit[] = [
  (schema) => {
    const keyword = unionOf(schema)
    if (keyword) schema['allOf'] = [...asArray(schema['allOf']), { [keyword]: structuredClone(schema[keyword]!) }]
  },
  (schema) => {
    const keyword = unionOf(schema)
    if (keyword) schema[keyword] = [{ [keyword]: schema[keyword]! }, { type: 'null' }]
  },
  (schema) => {
    const keyword = unionOf(schema)
    if (keyword) schema[keyword] = asArray(schema[keyword]).toReversed()
  },
  (schema, random) => {
    const keyword = unionOf(schema)
    if (!keyword) return
    const name = random.pick(['zz', 'type'])
    schema['properties'] = { ...asObject(schema['properties']), [name]: structuredClone(random.pick(SCHEMAS)) }
    if (random.below(2) === 0) schema['required'] = [name]
  },
  (schema, random) => {
    const keyword = unionOf(schema)
    if (!keyword) return
    const shared = { properties: { zz: structuredClone(random.pick(SCHEMAS)) }, required: ['zz'] }
    schema[keyword] = asArray(schema[keyword]).map((branch) => ({ allOf: [branch, shared] }))
  },
]

const unionOf = (schema: JsonObject) => ['anyOf', 'oneOf'].find((key) => Array.isArray(schema[key]))

/** Keywords of 3.0 that 3.1 spells differently. */
const OLDER: Edit[] = [
  set('nullable', true, false),
  set('exclusiveMinimum', true, false),
  set('exclusiveMaximum', true, false),
  set('format', 'byte', 'binary', 'date'),
  drop('nullable', 'exclusiveMinimum', 'exclusiveMaximum', 'format'),
]

/** A copy of a document with one schema edited at random, which may change much, little or nothing. */
export function editAtRandom(document: Json, random: Random): Json {
  const copy = structuredClone(document)
  const schema = random.pick(listSchemas(asObject(asObject(copy)['components'])['schemas'] ?? {}))
  const types = [schema['type'] ?? []].flat()
  const edits = [
    ...ANY,
    ...(unionOf(schema) ? [...UNION, ...UNION] : []),
    ...(String(asObject(document)['openapi']).startsWith('3.0') ? [...OLDER, ...OLDER] : []),
    ...(types.includes('object') || schema['properties'] ? [...OBJECT, ...OBJECT] : []),
    ...(types.includes('string') ? [...STRING, ...STRING] : []),
    ...(types.includes('array') ? [...ARRAY, ...ARRAY] : []),
    ...(types.includes('integer') || types.includes('number') ? [...NUMBER, ...NUMBER] : []),
  ]
  random.pick(edits)(schema, random)
  return copy
}

function pickName(schema: JsonObject, random: Random): string {
  return random.pick([...Object.keys(asObject(schema['properties'])), 'zz'])
}

const MAPS = ['properties', 'patternProperties', 'dependentSchemas']
const SINGLE = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else']
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems']

/** Every schema object in some named schemas, those that only refer left out. */
function listSchemas(named: Json): JsonObject[] {
  return Object.values(asObject(named)).flatMap((schema) => listBelow(schema))
}

function listBelow(schema: Json | undefined): JsonObject[] {
  if (!isObject(schema) || schema['$ref']) return []
  return [
    schema,
    ...MAPS.flatMap((keyword) => listSchemas(schema[keyword] ?? {})),
    ...SINGLE.flatMap((keyword) => listBelow(schema[keyword])),
    ...LISTS.flatMap((keyword) => asArray(schema[keyword]).flatMap(listBelow)),
  ]
}
