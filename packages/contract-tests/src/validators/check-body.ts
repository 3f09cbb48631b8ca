import type { Json, Message } from '../recording.ts'
import type { Validate } from './validate.ts'

/** What is wrong with a body and its content type under `requestBody` or a response, each with its path. */
export function checkBody(at: string, message: Message, content: Json, validate: Validate): string[] {
  const type = typeOf(message)
  const media = own(content, type ?? '')
  if (!media) return [`${at}/headers/content-type: the spec has no ${type}`]
  const key = isJson(type) ? 'body' : 'text'
  const other = key === 'body' ? 'text' : 'body'
  if (!Object.hasOwn(message, key)) return [`${at}/${key}: is missing, and is what ${type} is recorded as`]
  if (Object.hasOwn(message, other)) return [`${at}/${other}: ${type} is recorded as \`${key}\``]
  return media.schema ? validate(media.schema, message[key]).map((problem) => `${at}/${key}${problem}`) : []
}

export function isEmpty(message: Message): boolean {
  return !Object.hasOwn(message, 'body') && !Object.hasOwn(message, 'text')
}

/** The content type without its parameters. */
export function typeOf({ headers }: Message): string | undefined {
  return headers['content-type']?.split(';')[0]
}

export function isJson(type: string | undefined): boolean {
  return /^application\/(?:.+\+)?json$/.test(type ?? '')
}

/** A property of an object of the spec, which has none of those that every object has. */
export function own(object: Json, name: string): Json {
  return object && Object.hasOwn(object, name) ? object[name] : undefined
}
