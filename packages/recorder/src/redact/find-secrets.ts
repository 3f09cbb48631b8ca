import type { Json } from '@seam-acs/spec/model'
import { readText } from './read-text.ts'

const secrets: [kind: string, pattern: RegExp][] = [
  ['a Seam key', /(?<![a-z\d])seam_\w{4,}/i],
  ['a JWT', /\beyJ[\w-]{6,}\.[\w-]{6,}/],
  ['an authorization', /\b(?:bearer|basic)\s+(?!token-\d+\b)(?=[\w.~+/=-]*[\dA-Z=])[\w.~+/=-]{8,}/i],
  ['a private key', /-----BEGIN /],
  ['a password in an address', /:\/\/[^\s/@]+:[^\s/@]+@/],
  [
    'an e-mail address outside example.com',
    /[^\s"'<>()[\]{},;:@]+@(?!example\.(?:com|net|org)(?![\w-]|\.\w))[^\s"'<>()[\]{},;:@.]+\.[^\s"'<>()[\]{},;:@]+/i,
  ],
  // Pseudonyms begin with a zero, as no country's code does.
  ['a telephone number', /\+[1-9][\d ()./–-]{7,}\d/],
  ['a stack trace', /\n\s*at .+:\d+/],
  ['a long token', /(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{24,}/i],
  ['a long token', /(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[\w+/=-]{32,}/],
]
const uuid = /(?<![\w-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/gi
const secretName =
  /^(?:proxy-)?authorization$|cookie|^(?:x-)?api[-_]?key$|^client-session-token$|^seam-(?!request-id$)|^stack$/i

/**
 * The kind and path of each apparent secret in a recording or any other JSON, never its value.
 * A property name counts as a value, because a server may use any text as a name.
 */
export function findSecrets(value: Json, path = ''): string[] {
  if (typeof value === 'string') return findInText(value).map((kind) => `${path}: ${kind}`)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const kinds = findInText(name)
    if (kinds.length > 0) return kinds.map((kind) => `${path}: ${kind} as the name of a property`)
    if (secretName.test(name)) return [`${path}/${name}: a property that holds secrets`]
    return findSecrets(inner, `${path}/${name}`)
  })
}

function findInText(text: string): string[] {
  const others = `${text}\n${readText(text).text}`.replaceAll(uuid, '')
  return [...new Set(secrets.filter(([, pattern]) => pattern.test(others)).map(([kind]) => kind))]
}
