/** How the values of a parameter are written. */
export interface ParameterStyle {
  name: string
  in: string
  /** OpenAPI's name of it: `form`, `simple`, `spaceDelimited`, `pipeDelimited`, `deepObject`, `label` or `matrix`. */
  style: string
  explode: boolean
}

/** A value as text: nothing is added to a text, and anything else is JSON. */
export const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

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
  const query = of('query').flatMap(({ parameter, value }) => writePairs(parameter, value, encode))
  const target = of('path').reduce(
    (text, { parameter, value }) => text.replaceAll(`{${parameter.name}}`, () => writeSegment(parameter, value)),
    path,
  )
  return {
    target: query.length > 0 ? `${target}?${query.map((pair) => pair.join('=')).join('&')}` : target,
    headers: of('header').map(({ parameter, value }): [string, string] => [
      parameter.name,
      writeSimple(parameter, value),
    ]),
    cookies: of('cookie').flatMap(({ parameter, value }) => writePairs(parameter, value, encode)),
  }
}

const delimiters: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '|' }

/** Keys and values of a query or a cookie. */
function writePairs(
  { name, style, explode }: ParameterStyle,
  value: unknown,
  write: (text: string) => string,
): [name: string, value: string][] {
  const key = write(name)
  const items = listItems(value)
  if (Array.isArray(value)) {
    return explode ? items.map((item) => [key, write(item)]) : [[key, items.map(write).join(delimiters[style] ?? ',')]]
  }
  if (!isDictionary(value)) return [[key, write(toText(value))]]
  const entries = Object.entries(value).map(([inner, text]) => [inner, toText(text)] as const)
  if (style === 'deepObject') return entries.map(([inner, text]) => [write(`${name}[${inner}]`), write(text)])
  return explode
    ? entries.map(([inner, text]) => [write(inner), write(text)])
    : [[key, entries.flat().map(write).join(',')]]
}

/** A value in a path. */
function writeSegment(parameter: ParameterStyle, value: unknown): string {
  const { name, style, explode } = parameter
  const items = listItems(value).map(encode)
  const pairs = isDictionary(value)
    ? Object.entries(value).map(([key, text]) => `${encode(key)}=${encode(toText(text))}`)
    : []
  const members = explode && pairs.length > 0 ? pairs : items
  if (style === 'label') return `.${members.join(explode ? '.' : ',')}`
  if (style !== 'matrix') return members.join(',')
  if (!explode) return `;${encode(name)}=${items.join(',')}`
  return (pairs.length > 0 ? pairs : items.map((item) => `${encode(name)}=${item}`)).map((pair) => `;${pair}`).join('')
}

/** A value in a header, which is not encoded. */
function writeSimple({ explode }: ParameterStyle, value: unknown): string {
  if (explode && isDictionary(value)) {
    return Object.entries(value)
      .map(([key, text]) => `${key}=${toText(text)}`)
      .join(',')
  }
  return listItems(value).join(',')
}

const listItems = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(toText)
  return isDictionary(value) ? Object.entries(value).flatMap(([key, text]) => [key, toText(text)]) : [toText(value)]
}

const isDictionary = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
