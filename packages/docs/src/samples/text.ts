import type { SampleRequest } from './request.ts'

/** A text with the reader's secrets in it, each by its environment variable. */
export type Text = (string | { variable: string })[]

/** `https://connect.getseam.com/acs/credentials/create`, with the keys that belong into the query. */
export function writeAddress({ server, target, credentials }: SampleRequest): Text {
  const address = server.replace(/\/$/, '') + target
  const keys = credentials.flatMap((credential) =>
    credential.kind === 'key' && credential.in === 'query' ? [credential] : [],
  )
  return keys.reduce<Text>(
    (text, { name, variable }, index) => {
      const separator = index === 0 && !address.includes('?') ? '?' : '&'
      return merge([...text, `${separator}${encodeURIComponent(name)}=`, { variable }])
    },
    [address],
  )
}

/** The headers except those of the cookies and of the body. */
export const listHeaders = ({ headers, credentials }: SampleRequest): [name: string, value: Text][] => [
  ...credentials.flatMap((credential): [string, Text][] =>
    credential.kind === 'key' && credential.in === 'header'
      ? [[credential.name, [...(credential.prefix ? [credential.prefix] : []), { variable: credential.variable }]]]
      : [],
  ),
  ...headers.map(([name, value]): [string, Text] => [name, [value]]),
]

export const listCookies = ({ cookies, credentials }: SampleRequest): [name: string, value: Text][] => [
  ...cookies.map(([name, value]): [string, Text] => [name, [value]]),
  ...credentials.flatMap((credential): [string, Text][] =>
    credential.kind === 'key' && credential.in === 'cookie'
      ? [[credential.name, [{ variable: credential.variable }]]]
      : [],
  ),
]

/** The header of the cookies, if any, for languages whose HTTP has no other place for them. */
export function listAllHeaders(request: SampleRequest): [name: string, value: Text][] {
  const cookies = listCookies(request).flatMap(([name, value], index): Text => [
    `${index === 0 ? '' : '; '}${name}=`,
    ...value,
  ])
  const { body } = request
  const typed = body && body.kind !== 'multipart' ? [['Content-Type', [body.mediaType]] as [string, Text]] : []
  return [
    ...listHeaders(request),
    ...(cookies.length > 0 ? [['Cookie', merge(cookies)] as [string, Text]] : []),
    ...typed,
  ]
}

/** Neighbouring texts as one. */
const merge = (text: Text): Text =>
  text.reduce<Text>((parts, part) => {
    const last = parts.at(-1)
    return typeof last === 'string' && typeof part === 'string'
      ? [...parts.slice(0, -1), last + part]
      : [...parts, part]
  }, [])

/** The variables of HTTP basic authentication, if it is needed. */
export const findBasic = ({ credentials }: SampleRequest) =>
  credentials.flatMap((credential) => (credential.kind === 'basic' ? [credential] : []))[0]

/** A text as an expression of a language. */
export const writeText = (
  text: Text,
  { quote, read, plus = ' + ' }: { quote(text: string): string; read(variable: string): string; plus?: string },
) => text.map((part) => (typeof part === 'string' ? quote(part) : read(part.variable))).join(plus)

/** `Create` for `POST`-like names: the first letter large, the rest small. */
export const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** A JSON value as indented JSON, whose lines after the first start with `margin`. */
export const writeJson = (value: unknown, margin = '') =>
  JSON.stringify(value, null, 2).toWellFormed().replaceAll('\n', `\n${margin}`)

/** The fields of a form as they are sent. */
export const encodeForm = (fields: [name: string, value: string][]) => new URLSearchParams(fields).toString()

/** The text of a body of any kind but multipart and file. */
export function writeBodyText(
  body: Exclude<SampleRequest['body'], { kind: 'file' | 'multipart' } | undefined>,
): string {
  if (body.kind === 'json') return writeJson(body.value)
  return body.kind === 'form' ? encodeForm(body.fields) : body.text
}
