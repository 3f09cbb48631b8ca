import { document } from '../../src/contract/document/document.ts'
import { constraints } from '../../src/contract/document/keywords.ts'
import type { Schema } from '@seam-acs/spec/model'

/** A statement of the spec that readers have to find. */
export interface Fact {
  /** Where the spec makes it. */
  place: string
  text: string
  isMarkdown: boolean
}

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** What a schema itself says, without its properties and without what its references say. */
export function* listOwnFacts(schema: Schema, place: string): Generator<Fact> {
  const literal = (text: string, keyword: string) => ({ place: `${place}/${keyword}`, text, isMarkdown: false })
  if (schema.description) yield { place: `${place}/description`, text: schema.description, isMarkdown: true }
  if (schema.deprecated) yield literal('deprecated', 'deprecated')
  for (const keyword of Object.keys(constraints)) {
    const value = (schema as Record<string, unknown>)[keyword]
    if (value !== undefined) yield literal(show(value), keyword)
  }
  for (const value of [...(schema.enum ?? []), ...(schema.not?.enum ?? [])]) yield literal(show(value), 'enum')
  for (const text of Object.values(schema['x-enumDescriptions'] ?? {}))
    yield { place: `${place}/x-enumDescriptions`, text, isMarkdown: true }
  if (schema.items) yield* listOwnFacts(schema.items, `${place}/items`)
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  for (const [index, choice] of choices.entries()) yield* listOwnFacts(choice, `${place}/anyOf/${index}`)
}

export interface PropertyFacts {
  /** The component on whose page it is. */
  schema: string
  name: string
  required: boolean
  facts: Fact[]
}

/** Every property that a component declares itself, with the facts about it. */
export function listProperties(): PropertyFacts[] {
  return Object.entries(document.components!.schemas!).flatMap(([schema, { properties = {}, required = [] }]) =>
    Object.entries(properties).map(([name, property]) => ({
      schema,
      name,
      required: required.includes(name),
      facts: [...listOwnFacts(property, `#/components/schemas/${schema}/properties/${name}`)],
    })),
  )
}

/** What a schema says, with the names of its properties and what is inside of it. */
export function* listAllFacts(schema: Schema, place: string): Generator<Fact> {
  const { type, properties = {}, patternProperties = {}, additionalProperties, items, allOf = [], anyOf = [] } = schema
  const literal = (text: string) => ({ place, text, isMarkdown: false })
  yield* listOwnFacts(schema, place)
  for (const name of [type ?? []].flat()) yield literal(name)
  for (const name of [...Object.keys(properties), ...Object.keys(patternProperties)]) yield literal(name)
  const others = typeof additionalProperties === 'object' ? [additionalProperties] : []
  const inside = [...Object.values(properties), ...Object.values(patternProperties), ...others, ...allOf, ...anyOf]
  for (const inner of [...inside, ...(items ? [items] : [])]) yield* listAllFacts(inner, place)
}
