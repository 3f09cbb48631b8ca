import type { EnumValue, Property, Shape } from '../contract/shape.ts'
import { isTagged, nameAlternative, needs } from '../contract/shape.ts'

const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A text whose lines after the first are part of the same list item. */
const indent = (text: string, margin: string) => text.replaceAll('\n', `\n${margin}`)

const typeOf = ({ type, nullable }: Shape) => code(nullable ? `${type} | null` : type)

const writeFacts = ({ facts }: Shape) => facts.map(({ label, value }) => `${label}: ${code(value)}.`)

const writeValue = ({ value, description }: EnumValue) => `- ${code(value)}${description ? `: ${description}` : ''}`

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
  const union = writeUnion(shape)
  return [
    ...writeFacts(shape),
    ...writeValues(shape),
    ...(isTagged(shape) ? [...groups, ...union] : [...union, ...groups]),
  ]
}

function writeUnion(shape: Shape): string[] {
  if (shape.alternatives.length === 0) return []
  const tagged = isTagged(shape)
  const some = shape.exclusive ? 'Exactly one of these:' : 'At least one of these:'
  return [
    '',
    tagged ? 'One of these:' : some,
    '',
    ...shape.alternatives.flatMap((alternative, index) => {
      const names = tagged ? [] : needs(alternative)
      const title = (names.length > 0 ? names : [nameAlternative(alternative, index)]).map(code).join(' with ')
      return writeItem(`${title}: ${alternative.description ?? typeOf(alternative)}`, writeShape(alternative))
    }),
    '',
  ]
}

export function writeProperty(property: Property): string[] {
  const marks = [
    typeOf(property),
    'in' in property && `in the ${property.in}`,
    property.isPattern && 'a pattern of names',
    property.required && 'required',
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
