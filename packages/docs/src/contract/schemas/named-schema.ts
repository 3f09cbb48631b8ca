import { componentName, type Result } from '@seam-acs/spec/model'
import { document } from '../document/document.ts'
import type { DescribedOperation } from '../operations/operation.ts'
import { describe } from './describe.ts'
import type { Property, Shape } from './shape.ts'

/** A component of the spec, with what the operations say about it. */
export interface NamedSchema {
  name: string
  shape: Shape
  /** Whether it is what an operation is about: the result of one. */
  isResult: boolean
  /** The operations in whose request or responses it occurs. */
  usages: DescribedOperation[]
  /** The first different values that examples of operations have for it, if it has properties or alternatives. */
  examples: { summary: string; value: unknown }[]
}

/** More examples than these of one schema are on the pages of their operations only. */
const examplesPerSchema = 12

export function listSchemas(operations: DescribedOperation[]): NamedSchema[] {
  const schemas = new Map<string, NamedSchema>()
  for (const name of Object.keys(document.components?.schemas ?? {})) {
    const shape = describe({ $ref: `#/components/schemas/${name}` })
    schemas.set(name, { name, shape, isResult: false, usages: [], examples: [] })
  }
  for (const operation of operations) {
    for (const { shape, examples } of listContents(operation)) {
      for (const { name, value, summary } of collect(shape, examples)) {
        const schema = schemas.get(name)!
        if (!schema.usages.includes(operation)) schema.usages.push(operation)
        const hasInside = schema.shape.groups.length + schema.shape.choices.length > 0
        if (!hasInside || summary === undefined || schema.examples.length === examplesPerSchema) continue
        const isKnown = schema.examples.some((example) => JSON.stringify(example.value) === JSON.stringify(value))
        if (!isKnown) schema.examples.push({ summary, value })
      }
    }
    const result = nameResult(operation.result)
    if (result) schemas.get(result)!.isResult = true
  }
  return [...schemas.values()]
}

/** The component that an operation returns, by itself or in a list. */
function nameResult(result: Result): string | undefined {
  switch (result.kind) {
    case 'one':
      return componentName(result.schema)
    case 'list':
    case 'page':
      return componentName(result.items)
    case 'none':
    case 'object':
      return undefined
  }
}

/** The request, the successful response and all others. */
const listContents = ({ body, scenarios, responses }: DescribedOperation) => [
  ...(body?.contents ?? []).map(({ shape, examples, isOfScenarios }) => ({
    shape,
    examples: isOfScenarios ? scenarios.filter(({ value }) => value !== undefined) : examples,
  })),
  ...responses.toSorted((a, b) => rank(a.status) - rank(b.status)).flatMap(({ contents }) => contents),
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
      const found = property.key !== 'name' ? undefined : (Object(value) as Record<string, unknown>)[property.property]
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
  for (const { alternatives } of shape.choices) for (const alternative of alternatives) yield* collect(alternative, [])
}
