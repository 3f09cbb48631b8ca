import type { Json } from '../change.ts'

/** What a parameter or header may be read as: its text says neither whether it is a number nor whether it is a list of one. */
export function readingsOf(value: Json): Json[] {
  if (Array.isArray(value)) {
    const alike = [value, value.map(toText), value.map(parse)]
    return value.length === 1 ? [...alike, ...singles(value[0]!)] : alike
  }
  if (typeof value !== 'object' || value === null) return [...singles(value), ...singles(value).map((one) => [one])]
  const each = (change: (member: Json) => Json) =>
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]))
  return [value, each(toText), each(parse)]
}

const singles = (value: Json): Json[] => (value === null ? [value] : [value, toText(value), parse(value)])

const toText = (value: Json): Json => (typeof value === 'object' && value !== null ? value : String(value))

function parse(value: Json): Json {
  if (typeof value !== 'string') return value
  if (['true', 'false', 'null'].includes(value)) return JSON.parse(value)
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}
