import { document } from './document.ts'
import type { Call } from './operation.ts'
import { describe, type Property, type Shape } from './shape.ts'

/** A component of the spec, with what the operations say about it. */
export interface NamedSchema {
  name: string
  shape: Shape
  /** Whether it is what an operation is about: the result of one. */
  isResult: boolean
  /** The operations in whose request or answers it occurs. */
  usages: Call[]
  /** The first different values that examples of operations have for it. */
  examples: { summary: string; value: unknown }[]
}

/** More examples than these of one schema are on the pages of their operations only. */
const most = 12

export function listSchemas(calls: Call[]): NamedSchema[] {
  const schemas = new Map<string, NamedSchema>()
  for (const name of Object.keys(document.components.schemas)) {
    const shape = describe({ $ref: `#/components/schemas/${name}` })
    schemas.set(name, { name, shape, isResult: false, usages: [], examples: [] })
  }
  for (const call of calls) {
    for (const { shape, examples } of listContents(call)) {
      for (const { name, value, summary } of collect(shape, examples)) {
        const schema = schemas.get(name)!
        if (!schema.usages.includes(call)) schema.usages.push(call)
        if (summary === undefined || schema.examples.length === most) continue
        const isKnown = schema.examples.some((example) => JSON.stringify(example.value) === JSON.stringify(value))
        if (!isKnown) schema.examples.push({ summary, value })
      }
    }
    const result = listProperties(listContents(call)[1]?.shape).find(({ property }) => property === call.resultKey)
    for (const name of [result?.name, result?.items?.name]) if (name) schemas.get(name)!.isResult = true
  }
  return [...schemas.values()]
}

/** The request, the successful answer and all others. */
const listContents = ({ body, scenarios, answers }: Call) => [
  { shape: body?.shape, examples: scenarios.filter(({ value }) => value !== undefined) },
  ...answers.toSorted((a, b) => rank(a.status) - rank(b.status)).flatMap(({ contents }) => contents),
]

const rank = (status: string) => (status.startsWith('2') ? 0 : 1)

const listProperties = (shape?: Shape): Property[] => shape?.groups.flatMap(({ properties }) => properties) ?? []

/** Every component in a shape, with the values that the examples have there; without a summary where they have none. */
function* collect(
  shape: Shape | undefined,
  examples: { summary: string; value: unknown }[],
): Generator<{ name: string; summary?: string; value?: unknown }> {
  if (!shape) return
  if (shape.name) {
    yield { name: shape.name }
    for (const { summary, value } of examples) yield { name: shape.name, summary, value }
  }
  for (const property of listProperties(shape)) {
    const inside = examples.flatMap(({ summary, value }) => {
      const found = property.isPattern ? undefined : (Object(value) as Record<string, unknown>)[property.property]
      return found === undefined ? [] : [{ summary, value: found }]
    })
    yield* collect(property, inside)
  }
  if (shape.items) {
    yield* collect(
      shape.items,
      examples.flatMap(({ summary, value }) =>
        Array.isArray(value) ? value.map((item: unknown) => ({ summary, value: item })) : [],
      ),
    )
  }
  // Which alternative an example is of takes a validator, so its values count for the whole only.
  for (const alternative of shape.alternatives) yield* collect(alternative, [])
}
