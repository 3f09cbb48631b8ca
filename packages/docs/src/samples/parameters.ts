import { toText } from '../text/exact-json.ts'

/** How the values of a parameter are written. */
export interface ParameterStyle {
  name: string
  in: string
  /** OpenAPI's name of it: `form`, `simple`, `label`, `matrix`, `spaceDelimited`, `pipeDelimited` or `deepObject`; or `json`. */
  style: string
  explode: boolean
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed())

/** The parts of a request that parameters with these values make, by place and name. */
export function writeParameters(
  path: string,
  parameters: ParameterStyle[],
  values: Record<string, Record<string, unknown>>,
) {
  const given = parameters.flatMap((parameter) => {
    const value = values[parameter.in]?.[parameter.name]
    return value === undefined ? [] : [{ parameter, value }]
  })
  const of = (place: string) => given.filter(({ parameter }) => parameter.in === place)
  const query = of('query').flatMap(({ parameter, value }) => writePairs(parameter, value))
  const target = of('path')
    .reduce(
      (text, { parameter, value }) => text.replaceAll(`{${parameter.name}}`, () => writePath(parameter, value)),
      path,
    )
    .replaceAll(/[^!-~]+/g, encode)
  return {
    target: query.length > 0 ? `${target}?${query.map((pair) => pair.join('=')).join('&')}` : target,
    headers: of('header').map(({ parameter, value }): [string, string] => [
      parameter.name,
      writeSimple(parameter, value),
    ]),
    cookies: of('cookie').flatMap(({ parameter, value }) => writePairs(parameter, value)),
  }
}

const delimiters: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '|' }

/** Keys and values of a query or a cookie. */
function writePairs({ name, style, explode }: ParameterStyle, value: unknown): [name: string, value: string][] {
  const key = encode(name)
  if (style === 'json') return [[key, encode(JSON.stringify(value))]]
  const items = listItems(value)
  if (Array.isArray(value)) {
    return explode
      ? items.map((item) => [key, encode(item)])
      : [[key, items.map(encode).join(delimiters[style] ?? ',')]]
  }
  if (!isDictionary(value)) return [[key, encode(toText(value))]]
  const entries = Object.entries(value).map(([inner, text]) => [inner, toText(text)] as const)
  if (style === 'deepObject') return entries.map(([inner, text]) => [encode(`${name}[${inner}]`), encode(text)])
  return explode
    ? entries.map(([inner, text]) => [encode(inner), encode(text)])
    : [[key, entries.flat().map(encode).join(',')]]
}

function writePath(parameter: ParameterStyle, value: unknown): string {
  if (parameter.style !== 'matrix')
    return (parameter.style === 'label' ? '.' : '') + writeSimple(parameter, value, encode)
  return writePairs(parameter, value)
    .map((pair) => `;${pair.join('=')}`)
    .join('')
}

/** A value in a path or a header. */
function writeSimple({ style, explode }: ParameterStyle, value: unknown, write = (text: string) => text): string {
  if (style === 'json') return write(JSON.stringify(value))
  const separator = style === 'label' && explode ? '.' : ','
  if (!explode || !isDictionary(value)) return listItems(value).map(write).join(separator)
  const entries = Object.entries(value).map(([key, text]) => `${write(key)}=${write(toText(text))}`)
  return entries.join(separator)
}

const listItems = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(toText)
  return isDictionary(value) ? Object.entries(value).flatMap(([key, text]) => [key, toText(text)]) : [toText(value)]
}

const isDictionary = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
