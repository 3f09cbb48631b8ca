import type { NamedSchema } from '../contract/schemas/named-schema.ts'
import { describeType } from '../contract/schemas/type-words.ts'
import type { Shape } from '../contract/schemas/shape.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type Content, type WriteLink } from './block.ts'
import { describeSchemaExamples } from './examples.ts'
import { linkOperations } from './indexes.ts'

export function describeSchema(schema: NamedSchema, to: WriteLink): Content {
  const { shape, usages } = schema
  const { items, groups, choices } = shape
  return {
    intro: [
      ...text(`${writeCode(describeType(shape))}${shape.nullable ? ' or null' : ''}`, 'endpoint'),
      ...text(shape.deprecated ? 'This schema is deprecated.' : '', 'note'),
      ...text(shape.description),
      ...text(usages.length > 0 ? `Used by ${linkOperations(usages, to)}.` : '', 'quiet'),
    ],
    examples: describeSchemaExamples(schema),
    rest: [
      { kind: 'facts', shape },
      ...(groups.length + choices.length > 0 ? [heading(2, 'Properties', 'properties')] : []),
      { kind: 'body', shape: { ...shape, items: undefined }, prefix: '' },
      ...(items
        ? [heading(2, 'Each item', 'items'), ...text(items.description), ...describeShape(items, 'items.')]
        : []),
    ],
  }
}

/** A shape below the line that names its type. */
export const describeShape = (shape: Shape, prefix: string): Block[] => [
  { kind: 'facts', shape },
  { kind: 'body', shape, prefix },
]

/** The type of a shape, as a link if it has a page. */
export function writeType(page: string, shape: Shape, to: WriteLink): string {
  const name = shape.name ?? shape.items?.name
  const words = writeCode(describeType(shape))
  return name && page !== `schemas/${name}` ? to(words, `schemas/${name}`) : words
}
