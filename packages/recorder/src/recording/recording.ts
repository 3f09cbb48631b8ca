import type { Json } from '@seam-acs/spec/model'

/**
 * Where an exchange comes from: the documentation, the API itself, the vendor's test server,
 * or our own generator, for what nobody has recorded yet.
 */
export type Source = 'documentation' | 'live' | 'vendor-fake' | 'synthetic'

/** What goes over the wire in one call. */
export interface Exchange {
  request: { method: string; path: string } & Message
  response: { status: number } & Message
}

/** One exchange with the API, as `recordings/<operationId>/<status>-<slug>.json` holds it. */
export interface Recording extends Exchange {
  recorded: {
    source: Source
    /** Where exactly it is from. */
    from: string
    /** The day it was made or read, such as `2026-11-22`. */
    at: string
    /** What `createHashExchange` said of the exchange when it was recorded. Absent where the spec did not have its path. */
    operationHash?: string
    /** What was changed after that, and why. */
    changes?: string[]
    /** Why the vendor's test server differs from the spec. */
    differs?: string
  }
}

export interface Message {
  headers: Record<string, string>
  /** The body, parsed from JSON. */
  body?: Json
  /** The body where it is not JSON. A message with neither has an empty one. */
  text?: string
}

/** A message from its text: parsed where the content type says JSON and the text is. */
export function toMessage(headers: Record<string, string>, text: string): Message {
  if (text === '') return { headers }
  if (isJson(mediaTypeOf(headers))) {
    try {
      return { headers, body: JSON.parse(text) }
    } catch {
      // Malformed JSON is worth a recording too.
    }
  }
  return { headers, text }
}

/** A body as it goes over the wire. */
export const toText = ({ body, text = '' }: Message): string => (body === undefined ? text : JSON.stringify(body))

/** `application/json` for `application/json; charset=utf-8`; undefined without a content type. */
export const mediaTypeOf = (headers: Record<string, string>): string | undefined =>
  headers['content-type']?.split(';')[0]!.trim().toLowerCase()

export const isJson = (mediaType = ''): boolean => /^application\/(?:[\w.+-]+\+)?json$/.test(mediaType)
