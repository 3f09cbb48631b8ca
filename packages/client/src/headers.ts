import { SeamError } from './errors.ts'

/**
 * The headers with their names in lower case; of two that then have the same name, the last.
 *
 * @throws {SeamError} when a name or a value has a forbidden character.
 */
export function readHeaders(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name)
    if (isName && /^[\t\x20-\x7e]*$/.test(value)) return [name.toLowerCase(), value]
    // The runtime's own error would quote the name or the value, which may be a secret.
    throw new SeamError(`The header ${isName ? `\`${name}\` ` : ''}has a forbidden character.`)
  })
  return Object.fromEntries(entries)
}
