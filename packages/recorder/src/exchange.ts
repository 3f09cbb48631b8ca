import type { Message, Recording } from '../recording.ts'

/** What goes over the wire in one call, without a word on where it is from. */
export type Exchange = Pick<Recording, 'request' | 'response'>

/** Why a recording cannot be made, in words for the person at the terminal. Quotes no value of an exchange. */
export class RecordError extends Error {
  override name = 'RecordError'
}

/** A message from its text: parsed where the content type says JSON and the text is. */
export function toMessage(headers: Record<string, string>, text: string): Message {
  if (text === '') return { headers }
  if (isJson(headers['content-type'])) {
    try {
      return { headers, body: JSON.parse(text) }
    } catch {
      // Malformed JSON is worth a recording too.
    }
  }
  return { headers, text }
}

const isJson = (type = '') => /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)

/** `application/json` for `application/json; charset=utf-8`; undefined for none. */
export const mediaType = (type: string | undefined) => type?.split(';')[0]!.trim().toLowerCase()
