import { componentName, type OpenApiDocument } from '@seam-acs/spec/model'

// oxlint-disable-next-line typescript/no-explicit-any -- schemas are rewritten in many shapes, and the linter has checked them
export type Json = any

/** The type without which a keyword says nothing about a value. */
export const typesOfKeywords: Record<string, string[]> = {
  format: ['string'],
  items: ['array'],
  maximum: ['integer', 'number'],
  maxItems: ['array'],
  maxLength: ['string'],
  minimum: ['integer', 'number'],
  minItems: ['array'],
  minLength: ['string'],
  pattern: ['string'],
  patternProperties: ['object'],
  properties: ['object'],
  required: ['object'],
}

const keywordsOfAnyType = new Set(['allOf', 'anyOf', 'const', 'enum', 'not', 'type'])
const annotations = /^(x-.*|default|deprecated|description|examples?|readOnly|title|writeOnly)$/

export function refuse(where: string, keyword: string): never {
  throw new Error(
    `${where}: the client's validators do not know \`${keyword}\`. Say it otherwise, or extend packages/codegen/src/validators.`,
  )
}

/**
 * Resolves references, drops annotations, and melts `allOf` and `anyOf` as far as that changes no verdict.
 * In the result `type` is a list, `const` is an `enum`, and three keys are new: `name`, the component's;
 * `guard`, the property and its value that a schema depends on; `needs`, the alternatives of an `anyOf` in words.
 */
export function createSimplify(
  { components }: OpenApiDocument,
  isRequest: boolean,
): (where: string, schema: Json) => Json {
  const underway = new Set<string>()
  return simplify

  function simplify(where: string, { $ref, allOf = [], anyOf, ...schema }: Json): Json {
    const own: Json = {}
    for (const [keyword, value] of Object.entries<Json>(schema)) {
      if (annotations.test(keyword)) continue
      if (!keywordsOfAnyType.has(keyword) && !Object.hasOwn(typesOfKeywords, keyword)) refuse(where, keyword)
      if (keyword === 'type') own.type = [value].flat()
      else if (keyword === 'const') own.enum = [value]
      else if (keyword === 'items') own.items = simplify(`${where}[]`, value)
      else if (keyword === 'properties' || keyword === 'patternProperties') {
        const entries = Object.entries<Json>(value)
        own[keyword] = Object.fromEntries(entries.map(([name, inner]) => [name, simplify(`${where}.${name}`, inner)]))
      } else own[keyword] = value
    }
    const parts = allOf.map((part: Json) => simplify(where, part))
    if ($ref) parts.unshift(simplifyComponent(componentName({ $ref })!))
    if (anyOf)
      parts.push(
        unite(
          where,
          anyOf.map((branch: Json) => simplify(where, branch)),
          isRequest,
        ),
      )
    return parts.reduce(intersect, own)
  }

  function simplifyComponent(name: string): Json {
    if (underway.has(name)) refuse(name, '$ref` to itself, `$ref')
    underway.add(name)
    const schema = simplify(name, components!.schemas![name]!)
    underway.delete(name)
    return { ...schema, name }
  }
}

/** What both schemas accept: one schema where they speak of different things, and otherwise an `allOf`. */
function intersect(one: Json, other: Json): Json {
  if (Object.keys(one).length === 0) return other
  const { name: _, ...rest } = other
  const canMelt = Object.keys(rest).every((key) => {
    if (!(key in one) || key === 'required') return true
    if (key === 'type') return `${one.type}` === `${rest.type}`
    return key === 'properties' && Object.keys(rest.properties).every((name) => !Object.hasOwn(one.properties, name))
  })
  if (!canMelt) return { ...one, allOf: [...(one.allOf ?? []), other] }
  return {
    ...one,
    ...rest,
    ...(one.required && rest.required && { required: [...new Set([...one.required, ...rest.required])] }),
    ...(one.properties && rest.properties && { properties: { ...one.properties, ...rest.properties } }),
  }
}

/** What any of the branches accepts. */
function unite(where: string, branches: Json[], isRequest: boolean): Json {
  // An open enum: its listed values are strings among others.
  const isAnyString = (branch: Json) => Object.keys(branch).every((key) => key === 'type' || key === 'name')
  if (branches.every(({ type }) => `${type}` === 'string') && branches.some(isAnyString)) return { type: ['string'] }
  const objects = branches.filter(({ type }) => `${type}` === 'object')
  if (objects.length === 0) return { anyOf: branches }
  if (objects.length < branches.length) refuse(where, 'anyOf` of objects and other types, `anyOf')
  return discriminate(branches, isRequest) ?? { type: ['object'], anyOf: branches, needs: putInWords(branches) }
}

/** `a, or b and c` for branches without a required property in common. */
function putInWords(branches: Json[]): string | undefined {
  const names = branches.flatMap(({ required }) => required ?? [])
  if (new Set(names).size < names.length || !branches.every(({ required }) => required)) return undefined
  return branches.map(({ required }) => required.join(' and ')).join(', or ')
}

/**
 * For branches that differ by the value of one string property, the discriminator: that property,
 * and guarded by its values what else the branches say. Undefined for branches that are otherwise.
 */
function discriminate(branches: Json[], isRequest: boolean): Json {
  const isShape = (branch: Json) => Object.keys(branch).every((key) => /^(name|properties|required|type)$/.test(key))
  const name = branches[0].required?.find((each: string) =>
    branches.every(({ required, properties }) => required?.includes(each) && properties && isTag(properties[each])),
  )
  if (!name || !branches.every(isShape)) return undefined
  const listed = branches.filter(({ properties }) => properties[name].enum)
  const unlisted = branches.filter(({ properties }) => properties[name].not)
  const values: string[] = listed.flatMap(({ properties }) => properties[name].enum)
  const isRest = ({ properties, required }: Json) =>
    `${properties[name].not.enum.toSorted()}` === `${values.toSorted()}` &&
    Object.keys(properties).length === 1 &&
    required.length === 1
  if (new Set(values).size < values.length || unlisted.length > 1 || !unlisted.every(isRest)) return undefined

  const guarded = listed.flatMap(({ properties: { [name]: tag, ...properties }, required }) => {
    const rest = { type: ['object'], required: required.filter((each: string) => each !== name), properties }
    const isEmpty = Object.keys(properties).length + rest.required.length === 0
    return isEmpty ? [] : tag.enum.map((value: string) => ({ ...rest, guard: [name, value] }))
  })
  // In a request a property counts as known whichever branch declares it.
  const declared = isRequest ? guarded.flatMap(({ properties }) => Object.keys(properties)) : []
  const tag = { type: ['string'], ...(unlisted.length === 0 && { enum: values }) }
  return {
    type: ['object'],
    required: [name],
    properties: { [name]: tag, ...Object.fromEntries(declared.map((each) => [each, {}])) },
    ...(guarded.length > 0 && { allOf: guarded }),
  }
}

/** Whether a schema says that a string is one of a list, or none of it. */
function isTag(schema: Json): boolean {
  const list = schema?.enum ?? schema?.not?.enum
  const others = Object.keys(schema ?? {}).filter((key) => !/^(enum|not|type)$/.test(key))
  return (
    `${schema?.type ?? 'string'}` === 'string' &&
    others.length === 0 &&
    !(schema.enum && schema.not) &&
    Boolean(list?.every((value: Json) => typeof value === 'string'))
  )
}
