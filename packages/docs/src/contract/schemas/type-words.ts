import type { Shape } from './shape.ts'

/** The type of a shape in words: `array of strings (uuid)`, `string, one of 4 values`. */
export const describeType = ({ type, values, items }: Shape): string =>
  toWords(type, (values.length || items?.values.length) ?? 0)

function toWords(type: string, values: number): string {
  const list = type.match(/^(?:\((.*)\)|(.*))\[\]$/)
  if (list)
    return `array of ${toWords(list[1] ?? list[2]!, values).replace(/^(?:array|boolean|integer|number|object|string)\b/, '$&s')}`
  return type
    .replaceAll(/enum<(.*?)>/g, (_, base: string) => `${base}, one of ${values} ${values === 1 ? 'value' : 'values'}`)
    .replaceAll(/(\w+)<(.*?)>/g, '$1 ($2)')
    .replaceAll(' | ', ' or ')
}
