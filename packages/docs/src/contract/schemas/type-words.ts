import type { Shape } from './shape.ts'

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** What stands above the values of a shape. */
export const describeValues = ({ values, open }: Shape): string =>
  open ? `${count(values.length, 'known value')}; expect others` : count(values.length, 'value')

/** The type of a shape in words: `array of strings (uuid)`, `string, one of 4 values`. */
export const describeType = ({ type, values, items }: Shape): string =>
  toWords(type, (values.length || items?.values.length) ?? 0)

function toWords(type: string, values: number): string {
  const alternatives = type.match(/(?:<[^>]*>|\([^)]*\)|[^ |<(])+/g)!
  if (alternatives.length > 1) return alternatives.map((alternative) => toWords(alternative, values)).join(' or ')
  const list = type.match(/^(?:\((.*)\)|(.*))\[\]$/)
  if (list) return `array of ${toPlural(toWords(list[1] ?? list[2]!, values))}`
  const [, base = type, inside] = type.match(/^(\w+)<(.*)>$/) ?? []
  if (inside === undefined) return base
  if (base !== 'enum') return `${base} (${inside})`
  // The values of an alternative are listed where it is described.
  if (values === 0) return toWords(inside, values)
  return `${toWords(inside, values)}, one of ${count(values, 'value')}`
}

const toPlural = (words: string) => words.replaceAll(/\b(?:array|boolean|integer|number|object|string)\b/g, '$&s')
