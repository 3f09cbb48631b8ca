import { SeamError } from '../errors.ts'

/** Headers as a `Headers`, as pairs, or as an object. In an object, null removes a header and undefined changes nothing. */
export type HeadersOption = Iterable<readonly [string, string]> | Record<string, string | null | undefined>

/**
 * Headers with their names in lower case. Of two headers with the same name, the last is used.
 *
 * @param base Headers in lower case.
 * @throws {SeamError} when a name or a value has a forbidden character, or a value is not a string.
 */
export function mergeHeaders(base: Record<string, string>, headers: HeadersOption = {}): Record<string, string> {
  const merged = { ...base }
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    const key = `${name}`.toLowerCase()
    const label = /^[\w!#$%&'*+.^`|~-]+$/.test(key) ? ` \`${name}\`` : ''
    if (value === null) delete merged[key]
    else if (value !== undefined) {
      if (label && typeof value !== 'string') throw new SeamError(`The header${label} must be a string.`)
      // The runtime's own error would quote the name or the value, which may be a secret.
      if (!label || !/^[\t\x20-\x7e]*$/.test(value))
        throw new SeamError(`The header${label} has a forbidden character.`)
      merged[key] = value
    }
  }
  return merged
}
