import type { Node as Schema } from './node.ts'
import { ANY_SIDE, NARROWER, WIDER, type Kind } from './mutant.ts'
import type { Random } from './random.ts'

const FRESH = 'zz_fresh'
export const NULLABLE = 'a value may be null'

const isText = (schema: Schema) => schema['type'] === 'string' && !schema['enum'] && schema['const'] === undefined

/** An edit that sets a keyword which the schema lacks. */
function adds(
  name: string,
  keyword: string,
  value: unknown | ((schema: Schema) => unknown),
  isFit: (schema: Schema) => boolean,
  verdicts: Verdicts,
): Kind {
  return {
    name,
    ...verdicts,
    edit(schema) {
      if (!isFit(schema) || schema[keyword] !== undefined) return undefined
      schema[keyword] = typeof value === 'function' ? value(schema) : value
      return ''
    },
  }
}

type Verdicts = Pick<Kind, 'forward' | 'backward'>
const CONSTRAINT: Verdicts = { forward: NARROWER, backward: WIDER }
const WORDS: Verdicts = { forward: ANY_SIDE('patch'), backward: ANY_SIDE('patch') }
const NEWS: Verdicts = { forward: ANY_SIDE('minor'), backward: ANY_SIDE('minor') }
const BOTH: Verdicts = { forward: ANY_SIDE('major'), backward: ANY_SIDE('major') }

const isObject = (schema: Schema) => schema['type'] === 'object'
/** A new property of these is one that nothing described before. */
const isNamed = (schema: Schema) =>
  isObject(schema) && !schema['patternProperties'] && typeof schema['additionalProperties'] !== 'object'
const isArray = (schema: Schema) => schema['type'] === 'array'

/** More than what other keywords ask for anyway, so that the bound says something. */
const beyondFormat = ({ format, pattern }: Schema) => (format || pattern ? 50 : 2)
/** A schema beside it, such as an owner of a credential, can require properties too. */
const beyondRequired = ({ required = [] }: Schema) => required.length + 5

const pickProperty = (schema: Schema, random: Random, isFit: (name: string) => boolean) => {
  const names = Object.keys(schema['properties'] ?? {}).filter(isFit)
  return names.length > 0 ? random.pick(names) : undefined
}

/** Edits of one schema whose consequence anyone can say who knows what the side does with it. */
export const SCHEMA_KINDS: Kind[] = [
  {
    name: 'a property is added',
    forward: ANY_SIDE('minor'),
    backward: ANY_SIDE('major'),
    edit(schema) {
      if (!isNamed(schema)) return undefined
      schema['properties'] = { ...schema['properties'], [FRESH]: { type: 'string' } }
      return FRESH
    },
  },
  {
    name: 'a required property is added',
    forward: NARROWER,
    backward: ANY_SIDE('major'),
    edit(schema) {
      if (!isNamed(schema)) return undefined
      schema['properties'] = { ...schema['properties'], [FRESH]: { type: 'boolean' } }
      schema['required'] = [...(schema['required'] ?? []), FRESH]
      return FRESH
    },
  },
  {
    name: 'a property becomes required',
    ...CONSTRAINT,
    edit(schema, random) {
      const name = pickProperty(schema, random, (other) => !schema['required']?.includes(other))
      if (name === undefined) return undefined
      schema['required'] = [...(schema['required'] ?? []), name]
      return name
    },
  },
  {
    name: 'a property becomes optional',
    forward: WIDER,
    backward: NARROWER,
    edit(schema, random) {
      const name = pickProperty(schema, random, (other) => schema['required']?.includes(other))
      if (name === undefined) return undefined
      schema['required'] = schema['required'].filter((other: string) => other !== name)
      return name
    },
  },
  {
    name: NULLABLE,
    forward: WIDER,
    backward: NARROWER,
    edit(schema) {
      if (typeof schema['type'] !== 'string' || schema['enum'] || schema['const'] !== undefined) return undefined
      schema['type'] = [schema['type'], 'null']
      return ''
    },
  },
  {
    name: 'a value may no longer be null',
    ...CONSTRAINT,
    edit(schema) {
      if (!Array.isArray(schema['type']) || !schema['type'].includes('null')) return undefined
      schema['type'] = schema['type'].filter((type: string) => type !== 'null')
      return ''
    },
  },
  {
    name: 'a text becomes a number',
    ...BOTH,
    edit(schema) {
      if (!isText(schema) || schema['pattern'] || schema['format'] || schema['minLength']) return undefined
      schema['type'] = 'integer'
      return ''
    },
  },
  {
    name: 'a flag becomes a text',
    ...BOTH,
    edit(schema) {
      if (schema['type'] !== 'boolean' || schema['const'] !== undefined || 'default' in schema) return undefined
      schema['type'] = 'string'
      return ''
    },
  },
  {
    name: 'the items become objects',
    ...BOTH,
    edit(schema) {
      if (!isArray(schema) || schema['items'].$ref || schema['items'].type !== 'string') return undefined
      const { description } = schema['items']
      schema['items'] = { ...(description && { description }), type: 'object' }
      return '[]'
    },
  },
  {
    name: 'a format is another',
    ...BOTH,
    edit(schema) {
      if (schema['format'] === undefined) return undefined
      schema['format'] = schema['format'] === 'email' ? 'uuid' : 'email'
      return ''
    },
  },
  {
    name: 'a pattern takes more',
    forward: WIDER,
    backward: NARROWER,
    edit(schema) {
      if (schema['pattern'] !== '^\\d+$') return undefined
      schema['pattern'] = '^[0-9a-f]+$'
      return ''
    },
  },
  adds('a smallest length is set', 'minLength', beyondFormat, (schema) => isText(schema), CONSTRAINT),
  adds('a largest length is set', 'maxLength', 30, (schema) => isText(schema), CONSTRAINT),
  adds('a pattern is set', 'pattern', '^[a-z]+$', (schema) => isText(schema), CONSTRAINT),
  adds('a format is set', 'format', 'email', (schema) => isText(schema), CONSTRAINT),
  adds('an item is asked for', 'minItems', 1, isArray, CONSTRAINT),
  adds('the items are limited', 'maxItems', 5, isArray, CONSTRAINT),
  adds('items may not repeat', 'uniqueItems', true, isArray, CONSTRAINT),
  adds('a kind of item is asked for', 'contains', { minLength: 3 }, isArray, CONSTRAINT),
  adds('further properties are rejected', 'additionalProperties', false, isObject, CONSTRAINT),
  {
    name: 'the names are limited',
    ...CONSTRAINT,
    edit(schema) {
      if (!isObject(schema)) return undefined
      schema['propertyNames'] = { maxLength: 50 }
      return '(names)'
    },
  },
  adds('a property is asked for', 'minProperties', beyondRequired, isObject, CONSTRAINT),
  adds('one property asks for another', 'dependentRequired', { zz_one: ['zz_other'] }, isObject, CONSTRAINT),
  adds('names of a kind are described', 'patternProperties', { '^zz_': { type: 'string' } }, isNamed, CONSTRAINT),
  {
    name: 'a condition is set',
    ...CONSTRAINT,
    edit(schema) {
      if (!isObject(schema)) return undefined
      schema['if'] = { required: ['zz_one'] }
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      schema['then'] = { required: ['zz_other'] }
      return ''
    },
  },
  adds('it is deprecated', 'deprecated', true, () => true, NEWS),
  adds('it gets a title', 'title', 'A title', () => true, WORDS),
  adds('it gets a note', 'x-note', 'A note.', () => true, WORDS),
  {
    name: 'it is described in other words',
    ...WORDS,
    edit(schema) {
      schema['description'] = 'Another description.'
      return ''
    },
  },
  {
    name: 'a default is another',
    forward: { request: 'major', response: 'minor' },
    backward: { request: 'major', response: 'minor' },
    edit(schema) {
      if (typeof schema['default'] !== 'boolean') return undefined
      schema['default'] = !schema['default']
      return ''
    },
  },
  {
    name: 'a default goes',
    forward: { request: 'major', response: 'minor' },
    backward: ANY_SIDE('minor'),
    edit(schema) {
      if (!('default' in schema)) return undefined
      delete schema['default']
      return ''
    },
  },
]
