import type { Json } from '@seam-acs/spec/model'
import { RecordError } from '../record-error.ts'
import type { Exchange } from '../recording/recording.ts'
import { findSecrets } from './find-secrets.ts'
import type { KnownSchemas } from '../known-schemas.ts'
import { createPseudonyms, type Form } from './pseudonyms.ts'
import { rejectDeep } from './depth.ts'
import { createValueRedactor } from './redact-values.ts'
import { createTextScrubber, scrubWords } from './scrub-text.ts'
import { hasSecret, spellSecrets } from './secrets.ts'

export interface RedactOptions {
  schemas: KnownSchemas
  /** Values that must not appear in any spelling, such as the key that was sent. */
  secrets: string[]
  /** The recording that is being updated. It is public, so its values replace the new ones. */
  recorded?: Exchange
  /** Values of the request, each with the public value that replaces it. */
  replaced?: Map<string, string>
  /** When the exchange took place. Dates of that day may stay in messages. Default: now. */
  at?: Date
  /** Gets the form of each value that is replaced, and `left out` for each header and stack trace that is. */
  onReplaced?: (form: Form | 'left out') => void
}

type RedactText = (text: string, path: string, preferred: unknown) => string
const dayLength = 86_400_000

/**
 * An exchange that can be shown to anybody. Everything that is not known to be harmless is removed: headers are dropped,
 * values become pseudonyms. One original has one pseudonym in the whole exchange, so that echoes still match.
 *
 * @throws {RecordError} when something in the result still looks like a secret.
 */
export function redact(exchange: Exchange, options: RedactOptions): Exchange {
  const { schemas, recorded, replaced = new Map(), at: time = new Date(), onReplaced = () => {} } = options
  rejectDeep(exchange.request.body, 'The request')
  rejectDeep(exchange.response.body, 'The response')
  const secrets = spellSecrets(options.secrets)
  const { path, method } = exchange.request
  const kept = `${exchange.response.status}`
  const pseudonyms = createPseudonyms()
  for (const [original, pseudonym] of replaced) pseudonyms.settle(original, pseudonym)
  for (const value of listValuesOf(recorded?.request)) pseudonyms.settle(value, value)

  const [ownDates, ownNames, leftOut] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const shared = { schemas, pseudonyms, secrets, replaced, ownDates, ownNames, leftOut }

  const run = (redactProse: RedactText): Exchange => {
    const redactText: RedactText = (text, at, preferred) => {
      const known = pseudonyms.find(text)
      if (known !== undefined) return known
      const value = readJsonText(text)
      if (value === undefined) return redactProse(text, at, preferred)
      const earlier = typeof preferred === 'string' ? readJsonText(preferred) : undefined
      const redacted =
        typeof value === 'string' ? redactText(value, at, earlier) : redactor.redactValue(value, [], at, earlier)
      return JSON.stringify(redacted)
    }
    const redactor = createValueRedactor({ ...shared, redactText })
    return { request: recorded?.request ?? redactRequest(redactor), response: redactResponse(redactor) }
  }

  const redactRequest = ({ redactHeaders, redactName, redactString, redactValue }: Redactor): Exchange['request'] => {
    const at = '/request'
    const { headers, body, text } = exchange.request
    const [pathname, query] = path.split('?')
    const segments = pathname!.split('/').map((part) => part && redactName(part, at))
    const shownPath = schemas.isKnownPath(pathname!) ? pathname : segments.join('/')
    const parameters = [...new URLSearchParams(query)].map(([name, value]) => {
      const shown = redactName(name, at)
      return [shown, redactString(value, [], `${at}/${shown}`, undefined)]
    })
    return {
      method,
      path: shownPath + (query === undefined ? '' : `?${new URLSearchParams(parameters)}`),
      headers: redactHeaders(headers, {}, at),
      ...(body !== undefined && { body: redactValue(body, schemas.request(path, method), `${at}/body`, undefined) }),
      ...(text !== undefined && { text: scrubWords(text, schemas.vocabulary, pseudonyms, `${at}/text`) }),
    }
  }

  const redactResponse = ({ redactHeaders, redactText, redactValue }: Redactor): Exchange['response'] => {
    const at = '/response'
    const { status, headers, body, text } = exchange.response
    const earlier = recorded?.response
    const known = { 'seam-request-id': [], 'retry-after': [], ...schemas.responseHeaders(path, method, status) }
    const described = schemas.response(path, method, status)
    return {
      status,
      headers: redactHeaders(headers, known, at, earlier?.headers),
      ...(body !== undefined && { body: redactValue(body, described, `${at}/body`, earlier?.body) }),
      ...(text !== undefined && { text: redactText(text, `${at}/text`, earlier?.text) }),
    }
  }

  // The first run gives every value a pseudonym, so that the second run finds the values inside texts.
  const texts: string[] = []
  run((text) => {
    texts.push(text)
    return text
  })
  const isOwnDate = (date: string) => ownDates.has(date) || Math.abs(Date.parse(date) - time.getTime()) < dayLength
  const scrubText = createTextScrubber(texts, { words: schemas.words, pseudonyms, secrets, isOwnDate, ownNames, kept })
  const redacted = run(scrubText)
  rejectSecrets(redacted, secrets)
  for (const form of [...pseudonyms.replaced, ...Array.from(leftOut, () => 'left out' as const)]) onReplaced(form)
  return redacted
}

/** The object, list or string that a text is as JSON; undefined if it is anything else. */
function readJsonText(text: string): Json {
  if (!/^\s*["[{]/.test(text)) return undefined
  try {
    const value = JSON.parse(text)
    rejectDeep(value, 'A message')
    return value
  } catch (error) {
    if (error instanceof RecordError) throw error
    return undefined
  }
}

type Redactor = ReturnType<typeof createValueRedactor>

function rejectSecrets(redacted: Exchange, secrets: string[]): void {
  const found = findSecrets(redacted)
  if (hasSecret(JSON.stringify(redacted), secrets)) found.unshift('the key, or another secret of the request')
  if (found.length === 0) return
  throw new RecordError(`An exchange still contains what looks like a secret, so it is not kept: ${found.join(', ')}`)
}

/** Includes the names of properties, which a server may repeat as well. */
function listValuesOf(request: Exchange['request'] | undefined): string[] {
  const visit = (value: Json): string[] => {
    if (typeof value === 'string' || typeof value === 'number') return [`${value}`]
    if (typeof value !== 'object' || value === null) return []
    return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(visit)]
  }
  return [...visit(request?.body), ...(request?.text?.match(/[\p{L}\p{N}_-]+/gu) ?? [])]
}
