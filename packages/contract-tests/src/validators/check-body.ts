import { isJson, mediaTypeOf, type Message } from '@seam-acs/recorder/recording'
import type { Content } from '@seam-acs/spec/model'
import type { Validate } from './validate.ts'

/** What is wrong with a body and its content type under those that the spec has for it, each with its path. */
export function checkBody(at: string, message: Message, contents: Content[], validate: Validate): string[] {
  const type = mediaTypeOf(message.headers)
  const content = findContent(contents, message)
  if (!content) return [`${at}/headers/content-type: the spec has no ${type ?? 'body without a content type'}`]
  const key = isJson(type) ? 'body' : 'text'
  const other = key === 'body' ? 'text' : 'body'
  if (!Object.hasOwn(message, key)) return [`${at}/${key}: is missing, but ${type} is recorded as \`${key}\``]
  if (Object.hasOwn(message, other)) return [`${at}/${other}: ${type} is recorded as \`${key}\``]
  return content.schema ? validate(content.schema, message[key]).map((problem) => `${at}/${key}${problem}`) : []
}

/** What the spec says of a message's content type. */
export const findContent = (contents: Content[] = [], { headers }: Message): Content | undefined =>
  contents.find(({ mediaType }) => mediaType === mediaTypeOf(headers))

/** Whether a message has neither a body nor a content type. */
export const isBare = (message: Message): boolean =>
  message.body === undefined && message.text === undefined && mediaTypeOf(message.headers) === undefined
