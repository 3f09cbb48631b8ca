import { SeamError } from '../errors.ts'
import { classOf } from '../runtime.ts'
import type { SeamOptions } from './options.ts'

/** What each option must be: types and classes by their names, or values in quotes. */
const expectations: Record<keyof SeamOptions, string> = {
  apiKey: 'a string or a function',
  personalAccessToken: 'a string or a function',
  workspaceId: 'a string or a function',
  endpoint: 'a string',
  userAgent: 'a string',
  timeout: 'a number from 0',
  deadline: 'a number from 0',
  maxRetries: 'a number from 0',
  maxResponseSize: 'a number from 0',
  fetch: 'a function',
  onRequest: 'a function',
  onResponse: 'a function',
  onError: 'a function',
  onRetry: 'a function',
  validator: 'a function',
  fetchOptions: 'an object',
  headers: 'an object',
  signal: 'an AbortSignal',
  retry: "'safe' or 'always'",
  validate: "false, 'request', 'response' or 'both'",
}

type Defined<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> }

/**
 * The options that are not undefined.
 *
 * @throws {SeamError} for an unknown option and for a wrong value, which the message does not quote.
 */
export function readOptions(options: SeamOptions): Defined<SeamOptions> {
  if (!fits(options, 'object')) throw new SeamError('The options must be an object.')
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    const expected = Object.hasOwn(expectations, name) && expectations[name as keyof SeamOptions]
    if (!expected) throw new SeamError(`There is no option \`${name}\`. ${suggest(name)}`)
    if (value !== undefined) {
      if (!fits(value, expected)) throw new SeamError(`The option \`${name}\` must be ${expected}.`)
      given[name] = value
    }
  }
  return given
}

function fits(value: unknown, expected: string): boolean {
  // A list of values.
  if (expected.includes("'"))
    return expected.includes(typeof value === 'string' ? `'${value}'` : value === false ? 'false' : '?')
  const isOfType = expected.includes(typeof value) || expected.includes(classOf(value))
  return isOfType && value !== null && (typeof value !== 'number' || value >= 0)
}

/** Suggests the option that shares at least two first letters with a name, or else lists all. */
function suggest(name: string): string {
  const names = Object.keys(expectations)
  for (let beginning = name.toLowerCase(); beginning[1]; beginning = beginning.slice(0, -1)) {
    const near = names.find((other) => other.toLowerCase().startsWith(beginning))
    if (near) return `Did you mean \`${near}\`?`
  }
  return `The options are ${names.join(', ')}.`
}
