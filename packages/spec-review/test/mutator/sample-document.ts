import type { Json } from '../../src/change.ts'

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** Schemas that use most keywords of JSON Schema, each reached by requests and by responses. */
const SCHEMAS: Record<string, Json> = {
  envelope: {
    type: 'object',
    required: ['item', 'kind'],
    properties: {
      item: ref('item'),
      kind: ref('kind'),
      shape: ref('shape'),
      tree: ref('tree'),
      pair: ref('pair'),
      animal: ref('animal'),
    },
  },
  item: {
    allOf: [ref('named'), { type: 'object', properties: { count: ref('count'), tags: ref('tags'), map: ref('map') } }],
  },
  named: {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      name: { type: ['string', 'null'], minLength: 1, maxLength: 40 },
      secret: { type: 'string', writeOnly: true, pattern: '^[a-z0-9]+$' },
    },
    dependentRequired: { name: ['id'] },
  },
  animal: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, name: { type: 'string', maxLength: 9 } },
    oneOf: [ref('cat'), ref('dog')],
  },
  cat: { allOf: [ref('animal'), { properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } }] },
  dog: { allOf: [ref('animal'), { properties: { kind: { const: 'dog' } } }] },
  filter: { type: 'array', items: ref('kind') },
  kind: { type: 'string', enum: ['a', 'b', 'c'] },
  count: { type: 'integer', minimum: 0, exclusiveMaximum: 100, multipleOf: 5, default: 5 },
  tags: { type: 'array', items: { type: 'string', maxLength: 20 }, minItems: 1, maxItems: 5, uniqueItems: true },
  map: {
    type: 'object',
    additionalProperties: { anyOf: [{ type: 'number', minimum: 0 }, { type: 'boolean' }] },
    patternProperties: { '^x_': { type: 'string' } },
    propertyNames: { maxLength: 30 },
  },
  shape: { oneOf: [ref('circle'), ref('square')], discriminator: { propertyName: 'type' } },
  circle: {
    type: 'object',
    required: ['type', 'radius'],
    properties: { type: { const: 'circle' }, radius: { type: 'number', exclusiveMinimum: 0 } },
  },
  square: {
    type: 'object',
    required: ['type', 'side'],
    properties: { type: { const: 'square' }, side: { type: 'number', exclusiveMinimum: 0 } },
    additionalProperties: false,
  },
  tree: {
    type: 'object',
    properties: { label: { type: 'string' }, children: { type: 'array', items: ref('tree') } },
    if: { required: ['label'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: { children: { maxItems: 3 } } },
    else: { required: ['children'] },
  },
  pair: {
    type: 'array',
    prefixItems: [{ type: 'string' }, { type: ['integer', 'null'] }],
    items: { not: { const: 'x' } },
    contains: { type: 'string' },
    minContains: 1,
    maxContains: 4,
  },
}

/** A document with as many operations as asked for, each of which sends and gets the same many-worded schemas. */
export function createSampleDocument(operations: number): Json {
  const content = (schema: Json): Json => ({ 'application/json': { schema } })
  const paths = Array.from({ length: operations }, (_, index): [string, Json] => [
    `/things_${index}/{id}`,
    {
      post: {
        operationId: `update_thing_${index}`,
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } },
          { in: 'query', name: 'filter', schema: ref('filter') },
          { in: 'query', name: 'kind', schema: ref('kind') },
          { in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } },
        ],
        requestBody: { required: true, content: content(ref('envelope')) },
        responses: {
          200: {
            description: 'Done.',
            headers: { 'x-rate': { required: true, schema: { type: 'integer', minimum: 0 } } },
            content: content({
              type: 'object',
              required: ['result'],
              properties: { result: ref('envelope'), [`own_${index}`]: ref(`own_${index}`) },
            }),
          },
          400: { description: 'Rejected.', content: content(ref('tree')) },
        },
      },
    },
  ])
  const own = paths.map(([path], index): [string, Json] => [
    `own_${index}`,
    {
      type: 'object',
      description: `What only ${path} has.`,
      properties: Object.fromEntries(
        Array.from({ length: 20 }, (_unused, place) => [`field_${place}`, place % 2 ? ref('count') : ref('named')]),
      ),
    },
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Sample', version: '1.0.0' },
    paths: Object.fromEntries(paths),
    components: { schemas: { ...SCHEMAS, ...Object.fromEntries(own) } },
  }
}

/** The same in the syntax of 3.0: no lists of types, and bounds that exclude themselves by a flag. */
export function createOlderDocument(): Json {
  const older = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(older)
    if (typeof node !== 'object' || node === null) return node
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, older(value)]))
    const { type, exclusiveMinimum, exclusiveMaximum } = copy
    if (Array.isArray(type) && type.includes('null')) Object.assign(copy, { type: type[0], nullable: true })
    if (typeof exclusiveMinimum === 'number') Object.assign(copy, { minimum: exclusiveMinimum, exclusiveMinimum: true })
    if (typeof exclusiveMaximum === 'number') Object.assign(copy, { maximum: exclusiveMaximum, exclusiveMaximum: true })
    return copy
  }
  return { ...Object(older(createSampleDocument(1))), openapi: '3.0.3' }
}
