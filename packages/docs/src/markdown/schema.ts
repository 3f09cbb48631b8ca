import {
  describeChoice,
  hasOtherProperties,
  isNeedOnly,
  nameAlternative,
  otherProperties,
  splitChoices,
} from '../contract/schemas/choice.ts'
import { listMarks } from '../contract/schemas/presence.ts'
import {
  formatValue,
  hasContent,
  listNewFacts,
  type Choice,
  type EnumValue,
  type Property,
  type Shape,
} from '../contract/schemas/shape.ts'
import { describeType, describeValues } from '../contract/schemas/type-words.ts'
import { writeCode } from '../text/markdown.ts'

/** Indents a text after its first line, so that all of it is in one list item. */
const indent = (text: string, margin: string) => text.replaceAll('\n', `\n${margin}`)

const typeOf = (shape: Shape) => writeCode(describeType(shape))

const writeConstraints = (shape: Shape) =>
  listNewFacts(shape).map(({ label, value }) => `${label}: ${writeCode(value)}.`)

const writeValue = ({ value, description }: EnumValue) =>
  `- ${writeCode(formatValue(value))}${description ? `: ${description}` : ''}`

const writeValues = (shape: Shape) =>
  shape.values.length > 0 ? [`${describeValues(shape)}:`, ...shape.values.map(writeValue)] : []

/** A shape's constraints and values, alternatives and properties, as lines. */
const writeShape = (shape: Shape): string[] => [...writeFacts(shape), ...writeBody(shape)]

/** A shape's constraints and values, as lines. */
export const writeFacts = (shape: Shape): string[] => [...writeConstraints(shape), ...writeValues(shape)]

/** A shape's alternatives and properties, as lines. */
export function writeBody(shape: Shape): string[] {
  const groups = shape.groups.flatMap(({ description, properties }) => [
    ...(description ? ['', description, ''] : []),
    ...properties.flatMap(writeProperty),
  ])
  const [rules, codes] = splitChoices(shape).map((choices) => choices.flatMap(writeChoice))
  const others = hasOtherProperties(shape) ? ['', `${otherProperties}:`, ''] : []
  return [...rules!, ...others, ...groups, ...codes!, ...writeItems(shape)]
}

const writeItems = ({ description, items }: Shape): string[] =>
  items && hasContent(items)
    ? [
        '',
        items.description && items.description !== description ? `Each item: ${items.description}` : 'Each item:',
        '',
        ...writeShape(items),
      ]
    : []

function writeChoice(choice: Choice): string[] {
  return [
    '',
    describeChoice(choice),
    '',
    ...choice.alternatives.flatMap((alternative) => {
      const title = nameAlternative(choice, alternative).map(writeCode).join(' with ')
      const meaning = isNeedOnly(alternative)
        ? alternative.description
        : (alternative.description ?? typeOf(alternative))
      return writeItem(meaning ? `${title}: ${meaning}` : title, writeShape(alternative))
    }),
    '',
  ]
}

export function writeProperty(property: Property): string[] {
  const { notes, required, states } = listMarks(property)
  const marks = [typeOf(property), ...notes, ...(required ? ['required'] : []), ...states]
  const text = `${writeCode(property.property)} (${marks.join(', ')})${property.description ? `: ${property.description}` : ''}`
  return writeItem(text, writeShape(property))
}

/** A list item, with lines that belong to it. */
function writeItem(text: string, lines: string[]): string[] {
  const inside = lines.filter((line) => line !== '').map((line) => `  ${indent(line, '  ')}`)
  return [`- ${indent(text, '  ')}`, ...inside]
}
