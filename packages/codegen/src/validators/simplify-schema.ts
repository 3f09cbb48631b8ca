import { componentName, isOfType, type Json, type OpenApiDocument } from '@seam-acs/spec/model'
import { unite } from './unite.ts'

/** The types of the values that each keyword constrains. */
export const typesOfKeywords: Record<string, string[]> = {
  additionalProperties: ['object'],
  exclusiveMaximum: ['integer', 'number'],
  exclusiveMinimum: ['integer', 'number'],
  format: ['string', 'integer', 'number'],
  items: ['array'],
  maximum: ['integer', 'number'],
  maxItems: ['array'],
  maxLength: ['string'],
  maxProperties: ['object'],
  minimum: ['integer', 'number'],
  minItems: ['array'],
  minLength: ['string'],
  minProperties: ['object'],
  multipleOf: ['integer', 'number'],
  pattern: ['string'],
  patternProperties: ['object'],
  properties: ['object'],
  required: ['object'],
  uniqueItems: ['array'],
}

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
const keywordsOfAnyType = new Set(['allOf', 'anyOf', 'const', 'enum', 'not', 'type'])
const annotations = /^(x-.*|default|deprecated|description|examples?|readOnly|title|writeOnly)$/

export function reject(where: string, keyword: string): never {
  throw new Error(
    `${where}: the client's validators do not support \`${keyword}\`. Describe it differently, or extend packages/codegen/src/validators.`,
  )
}

/** Simplifies a schema, and a component by its name. */
export interface Simplify {
  (where: string, schema: Json): Json
  component(name: string): Json
}

/**
 * Resolves references, drops annotations, and merges `allOf` and `anyOf` where that does not change which values are valid.
 * In the result `type` is a list, `const` is an `enum`, and four keys are new: `name`, the component's;
 * `guard`, the property and its value that a schema depends on; `needs`, the alternatives of an `anyOf` in words;
 * `recursion`, the component that a schema inside it refers to.
 */
export function createSimplify(document: OpenApiDocument, isRequest: boolean): Simplify {
  /** The components that are being simplified, each with the depth of the value to which it applies. */
  const underway = new Map<string, number>()
  let depth = 0
  const component = (name: string) => simplifyComponent(name, name)
  return Object.assign(simplify, { component })

  function simplify(where: string, { $ref, allOf = [], anyOf, ...schema }: Json): Json {
    const own: Json = {}
    for (const [keyword, value] of Object.entries<Json>(schema)) {
      if (annotations.test(keyword)) continue
      if (!keywordsOfAnyType.has(keyword) && !Object.hasOwn(typesOfKeywords, keyword)) reject(where, keyword)
      if (keyword === 'type') own.type = [value].flat()
      else if (keyword === 'const') own.enum = [value]
      else if (keyword === 'items') own.items = simplifyInner(`${where}[]`, value)
      else if (keyword === 'additionalProperties') {
        if (value === false) reject(where, 'additionalProperties: false')
        own.additionalProperties = simplifyInner(`${where}.*`, value === true ? {} : value)
      } else if (keyword === 'properties' || keyword === 'patternProperties') {
        const entries = Object.entries<Json>(value)
        own[keyword] = Object.fromEntries(
          entries.map(([name, inner]) => [name, simplifyInner(`${where}.${name}`, inner)]),
        )
      } else own[keyword] = value
    }
    const parts = allOf.map((part: Json) => simplify(where, part))
    if ($ref) parts.unshift(simplifyComponent(where, componentName({ $ref })!))
    if (anyOf) {
      const branches = anyOf.map((branch: Json) => simplify(where, branch))
      parts.push(unite(branches, isRequest))
    }
    return parts.reduce(intersect, own)
  }

  function simplifyInner(where: string, schema: Json): Json {
    depth += 1
    const simplified = simplify(where, schema)
    depth -= 1
    return simplified
  }

  function simplifyComponent(where: string, name: string): Json {
    const schema = document.components!.schemas![name]!
    if (underway.get(name) === depth) reject(where, '$ref` to itself, `$ref')
    if (underway.has(name)) {
      return { recursion: name, type: types.filter((type) => isOfType(document, schema, type)) }
    }
    underway.set(name, depth)
    const simplified = simplify(name, schema)
    underway.delete(name)
    return { ...simplified, name }
  }
}

/** The schema that accepts what both accept: one schema if they constrain different things, or else an `allOf`. */
function intersect(one: Json, other: Json): Json {
  if (Object.keys(one).length === 0) return other
  if (one.recursion) return { allOf: [one, other] }
  const { name: _, ...rest } = other
  if (!canMerge(one, rest)) return { ...one, allOf: [...(one.allOf ?? []), other] }
  return {
    ...one,
    ...rest,
    ...(one.required && rest.required && { required: [...new Set([...one.required, ...rest.required])] }),
    ...(one.properties && rest.properties && { properties: { ...one.properties, ...rest.properties } }),
  }
}

function canMerge(one: Json, other: Json): boolean {
  // `additionalProperties` depends on the properties beside it.
  if (other.recursion || one.additionalProperties || other.additionalProperties) return false
  return Object.keys(other).every((key) => {
    if (!(key in one) || key === 'required') return true
    if (key === 'type') return `${one.type}` === `${other.type}`
    return key === 'properties' && Object.keys(other.properties).every((name) => !Object.hasOwn(one.properties, name))
  })
}
