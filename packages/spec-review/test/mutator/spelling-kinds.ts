import { ANY_SIDE, type Kind } from './mutant.ts'

const SAME = { forward: ANY_SIDE('patch'), backward: ANY_SIDE('patch') }

/** Edits that say the same in other words, so that a patch is enough for either side. */
export const SPELLING_KINDS: Kind[] = [
  {
    name: 'the required names stand in another order',
    ...SAME,
    edit(schema) {
      if (!(schema['required']?.length > 1)) return undefined
      schema['required'].reverse()
      return ''
    },
  },
  {
    name: 'the values stand in another order',
    ...SAME,
    edit(schema) {
      if (!(schema['enum']?.length > 1)) return undefined
      schema['enum'].reverse()
      return ''
    },
  },
  {
    name: 'a type is a list of one',
    ...SAME,
    edit(schema) {
      if (typeof schema['type'] !== 'string') return undefined
      schema['type'] = [schema['type']]
      return ''
    },
  },
  {
    name: 'a const is an enum of one',
    ...SAME,
    edit(schema) {
      if (schema['const'] === undefined) return undefined
      schema['enum'] = [schema['const']]
      delete schema['const']
      return ''
    },
  },
  {
    name: 'null is an alternative',
    ...SAME,
    edit(schema) {
      if (!Array.isArray(schema['type'])) return undefined
      const { description, deprecated: _deprecated, ...rest } = schema
      for (const key of Object.keys(rest)) delete schema[key]
      schema['anyOf'] = [{ ...rest, type: rest['type'][0] }, { type: 'null' }]
      if (description) schema['description'] = description
      return ''
    },
  },
  {
    name: 'the constraints stand in an allOf',
    ...SAME,
    edit(schema) {
      if (schema['type'] !== 'object') return undefined
      const { properties, required } = schema
      delete schema['properties']
      delete schema['required']
      schema['allOf'] = [{ ...(properties && { properties }) }, { ...(required && { required }) }]
      return ''
    },
  },
]
