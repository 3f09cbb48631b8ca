import { isNeedOnly } from '../contract/schemas/choice.ts'
import { formatValue, type Choice, type EnumValue, type Property, type Shape } from '../contract/schemas/shape.ts'
import { describeType } from '../contract/schemas/type-words.ts'

const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A text whose lines after the first are part of the same list item. */
const indent = (text: string, margin: string) => text.replaceAll('\n', `\n${margin}`)

const typeOf = (shape: Shape) => code(describeType(shape))

const writeFacts = ({ facts }: Shape) => facts.map(({ label, value }) => `${label}: ${code(value)}.`)

const writeValue = ({ value, description }: EnumValue) =>
  `- ${code(formatValue(value))}${description ? `: ${description}` : ''}`

function writeValues({ values, open }: Shape): string[] {
  if (values.length === 0) return []
  return [open ? 'Known values; expect others:' : 'Values:', ...values.map(writeValue)]
}

/** A shape's constraints, values, alternatives and properties, as lines. */
export function writeShape(shape: Shape): string[] {
  const groups = shape.groups.flatMap(({ description, properties }) => [
    ...(description ? ['', description, ''] : []),
    ...properties.flatMap(writeProperty),
  ])
  const [codes, rules] = [true, false].map((isTagged) =>
    shape.choices.filter((choice) => choice.isTagged === isTagged).flatMap(writeChoice),
  )
  return [...writeFacts(shape), ...writeValues(shape), ...rules!, ...groups, ...codes!]
}

function writeChoice({ alternatives, exclusive, isTagged }: Choice): string[] {
  const some = exclusive ? 'Exactly one of these:' : 'At least one of these:'
  return [
    '',
    isTagged ? 'One of these:' : some,
    '',
    ...alternatives.flatMap((alternative) => {
      const names = isTagged || alternative.needs.length === 0 ? [alternative.label] : alternative.needs
      const title = names.map(code).join(' with ')
      const meaning = isNeedOnly(alternative)
        ? alternative.description
        : (alternative.description ?? typeOf(alternative))
      return writeItem(meaning ? `${title}: ${meaning}` : title, writeShape(alternative))
    }),
    '',
  ]
}

export function writeProperty(property: Property): string[] {
  const marks = [
    typeOf(property),
    'in' in property && `in the ${property.in}`,
    property.key === 'pattern' && 'name pattern',
    property.key === 'any' && 'any other name',
    property.required && 'required',
    property.nullable && 'nullable',
    property.open && 'open',
    property.deprecated && 'deprecated',
  ].filter(Boolean)
  const { items } = property
  const inside = items
    ? [
        ...(items.description && items.description !== property.description ? [`Each item: ${items.description}`] : []),
        ...writeShape(items),
      ]
    : []
  const text = `${code(property.property)} (${marks.join(', ')})${property.description ? `: ${property.description}` : ''}`
  return writeItem(text, [...writeShape(property), ...inside])
}

/** A list item, with lines that belong to it. */
function writeItem(text: string, lines: string[]): string[] {
  const inside = lines.filter((line) => line !== '').map((line) => `  ${indent(line, '  ')}`)
  return [`- ${indent(text, '  ')}`, ...inside]
}
