import type { Json } from '@seam-acs/spec/model'
import { RecordError } from '../record-error.ts'
import type { Exchange } from '../recording/recording.ts'
import { findSecrets } from './find-secrets.ts'
import type { KnownSchemas } from '../known-schemas.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { createValueRedactor } from './redact-values.ts'
import { hasSecret, scrubText, scrubWords, spellSecrets } from './scrub-text.ts'

export interface RedactOptions {
  schemas: KnownSchemas
  /** What must not come out in any spelling, first of all the key that was sent. */
  secrets: string[]
  /** The recording that is made again, which is public: its values stand for what is now in their place. */
  recorded?: Exchange
  /** Values of the request that stand for others, each original with what is public instead of it. */
  replaced?: Map<string, string>
}

/**
 * An exchange that can be shown to anybody. What is not known to be harmless does not come out as it was: headers are
 * dropped, values become pseudonyms. One original has one pseudonym in the whole exchange, so that echoes still match.
 *
 * @throws {RecordError} when something in the result still looks like a secret.
 */
export function redact(exchange: Exchange, options: RedactOptions): Exchange {
  const { schemas, recorded, replaced = new Map() } = options
  const secrets = spellSecrets(options.secrets)
  const { path, method } = exchange.request
  const kept = `${exchange.response.status}`
  const pseudonyms = createPseudonyms()
  for (const [original, pseudonym] of replaced) pseudonyms.settle(original, pseudonym)
  for (const value of listValuesOf(recorded?.request)) pseudonyms.settle(value, value)

  const run = (redactText: (text: string, path: string, preferred: unknown) => string): Exchange => {
    const redactor = createValueRedactor({ schemas, pseudonyms, secrets, replaced, redactText })
    return { request: recorded?.request ?? redactRequest(redactor), response: redactResponse(redactor) }
  }

  const redactRequest = ({ redactHeaders, redactName, redactString, redactValue }: Redactor): Exchange['request'] => {
    const at = '/request'
    const { headers, body, text } = exchange.request
    const [pathname, query] = path.split('?')
    const segments = pathname!.split('/').map((part) => part && redactName(part, at))
    const parameters = [...new URLSearchParams(query)].map(([name, value]) => {
      const shown = redactName(name, at)
      return [shown, redactString(value, [], `${at}/${shown}`, undefined)]
    })
    return {
      method,
      path: segments.join('/') + (query === undefined ? '' : `?${new URLSearchParams(parameters)}`),
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

  // Once to give every value its pseudonym, so that those inside texts can be found the second time.
  run((text) => text)
  const redacted = run((text, at, preferred) => scrubText(text, { pseudonyms, secrets, path: at, preferred, kept }))
  refuseSecrets(redacted, secrets)
  return redacted
}

type Redactor = ReturnType<typeof createValueRedactor>

function refuseSecrets(redacted: Exchange, secrets: string[]): void {
  const found = findSecrets(redacted)
  if (hasSecret(JSON.stringify(redacted), secrets)) found.unshift('the key, or another secret of the request')
  if (found.length === 0) return
  throw new RecordError(`An exchange still has what looks like a secret, so nothing of it is kept: ${found.join(', ')}`)
}

/** Names of properties included, which a server may repeat as well. */
function listValuesOf(request: Exchange['request'] | undefined): string[] {
  const visit = (value: Json): string[] => {
    if (typeof value === 'string' || typeof value === 'number') return [`${value}`]
    if (typeof value !== 'object' || value === null) return []
    return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(visit)]
  }
  return [...visit(request?.body), ...(request?.text?.match(/[\p{L}\p{N}_-]+/gu) ?? [])]
}
