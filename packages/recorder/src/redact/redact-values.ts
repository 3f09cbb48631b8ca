import type { Json } from '@seam-acs/spec/model'
import { isClosed, type KnownSchemas, listValues, type Schemas } from '../known-schemas.ts'
import { formOf, type Pseudonyms } from './pseudonyms.ts'
import { hasSecret } from './secrets.ts'

export interface ValueRedactorOptions {
  schemas: KnownSchemas
  pseudonyms: Pseudonyms
  secrets: string[]
  /** Values that replace others, in every place. */
  replaced: Map<string, string>
  /** Gets the date-times that stay. */
  ownDates: Set<string>
  /** Gets the names that stay although the contract does not have them. */
  ownNames: Set<string>
  /** Gets the paths of headers and stack traces that are left out. */
  leftOut: Set<string>
  /** What becomes of a message for people. */
  redactText(text: string, path: string, preferred: unknown): string
}

const texts = new Set(['message', '_errors'])
/** Day and month as HTTP writes them, so that nothing else fits in. */
const retryAfter = /^(\d{1,4}|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} 20\d\d \d\d:\d\d:\d\d GMT)$/
const mediaTypes = new Set([
  'application/json',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'application/xml',
  'multipart/form-data',
  'text/csv',
  'text/html',
  'text/plain',
  'text/xml',
])
/** The names of errors and warnings, for programs: the spec says of them that more may come. */
export const codes = new Set(['type', 'warning_code', 'error_code'])

/**
 * Functions that redact one thing each. `known` are the schemas that describe it, `at` its path, and `preferred` what
 * the recording has in its place.
 */
export function createValueRedactor({
  schemas,
  pseudonyms,
  secrets,
  replaced,
  ownDates,
  ownNames,
  leftOut,
  redactText,
}: ValueRedactorOptions) {
  const isIdentifier = (text: string) => schemas.words.isIdentifier(text) && !hasSecret(text, secrets)

  const redactName = (name: string, at: string) => {
    if (schemas.vocabulary.has(name) || /^\d{1,3}$/.test(name)) return name
    const known = pseudonyms.find(name)
    if (known !== undefined) return known
    // The drift report is about new names, so one that a program has chosen stays.
    if (!isIdentifier(name)) return pseudonyms.assign(name, `${at}/property`)
    ownNames.add(name)
    return name
  }

  const redactString = (value: string, known: Schemas, at: string, preferred: unknown): string => {
    const stead = replaced.get(value)
    if (stead !== undefined) return stead
    const name = at.split('/').findLast((part) => !/^\d+$/.test(part))!
    const values = listValues(known)
    if (known.length > 0) {
      if (values.includes(value)) return value
      const isTime = name.endsWith('_at') || known.some(({ format }) => format === 'date-time')
      if (isTime && formOf(value) === 'date-time') {
        ownDates.add(value)
        return value
      }
      if (codes.has(name) && isIdentifier(value)) return value
      if (texts.has(name)) return redactText(value, at, preferred)
    }
    // A recorded value of an enum would hide that this one is new.
    return pseudonyms.assign(value, at, isClosed(known) || values.includes(preferred) ? undefined : preferred)
  }

  const redactNumber = (value: number, known: Schemas, at: string, preferred: unknown): number => {
    if (known.length > 0 && Number.isInteger(value) && Math.abs(value) < 10) return value
    const pseudonym = Number(pseudonyms.assign(`${value}`, at, preferred))
    return Number.isFinite(pseudonym) ? pseudonym : 10
  }

  const redactValue = (value: Json, known: Schemas, at: string, preferred: Json): Json => {
    if (typeof value === 'string') return redactString(value, known, at, preferred)
    if (typeof value === 'number') return redactNumber(value, known, at, preferred)
    if (typeof value !== 'object' || value === null) return value
    if (!Array.isArray(value)) return redactObject(value, known, at, preferred)
    return value.map((item, index) => redactValue(item, schemas.items(known), `${at}/${index}`, preferred?.[index]))
  }

  /** In the order of the recording, so that an order that means nothing makes no difference. */
  const redactObject = (value: Json, known: Schemas, at: string, preferred: Json): Json => {
    const earlier = typeof preferred === 'object' && preferred !== null ? preferred : {}
    const names = Object.keys(value).filter((name) => name !== 'stack')
    if (Object.hasOwn(value, 'stack')) leftOut.add(`${at}/stack`)
    const first = Object.keys(earlier).filter((name) => names.includes(name))
    return Object.fromEntries(
      [...new Set([...first, ...names])].map((name) => {
        const shown = redactName(name, at)
        const own = Object.hasOwn(earlier, shown) ? earlier[shown] : undefined
        return [shown, redactValue(value[name], schemas.child(known, name), `${at}/${shown}`, own)]
      }),
    )
  }

  const redactMediaType = (type: string) => {
    const name = type.split(';')[0]!.trim().toLowerCase()
    const charset = /; *charset="?utf-8"?/i.test(type) ? '; charset=utf-8' : ''
    return mediaTypes.has(name) ? name + charset : 'application/octet-stream'
  }

  /** Only those that are known, in lower case. */
  const redactHeaders = (
    headers: Record<string, string>,
    known: Record<string, Schemas>,
    at: string,
    preferred: Record<string, string> = {},
  ): Record<string, string> =>
    Object.fromEntries(
      Object.entries(headers).flatMap(([written, value]) => {
        const name = written.toLowerCase()
        if (name === 'content-type') return [[name, redactMediaType(value)]]
        if (!Object.hasOwn(known, name)) {
          leftOut.add(`${at}/headers/${name}`)
          return []
        }
        if (name === 'retry-after' && retryAfter.test(value) && pseudonyms.find(value) === undefined)
          return [[name, value]]
        return [[name, redactString(value, known[name]!, `${at}/headers/${name}`, preferred[name])]]
      }),
    )

  return { redactName, redactString, redactText, redactValue, redactHeaders }
}
