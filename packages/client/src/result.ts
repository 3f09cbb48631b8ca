import type { Reply } from './transport/response.ts'

/** What the client needs to know about an operation at run time. */
export interface Operation {
  path: string
  /** Reads the result in a successful response: `readNothing`, `readOne`, `readList`, `readPage` or `readObject`. */
  read: Reader
  /** The property that has the object or the array; absent for `readNothing` and `readObject`. */
  key?: string | undefined
  /** Whether the operation takes no body. */
  isBodyless?: boolean
  /** The success status, for an operation whose successful response has no body. */
  status?: number | undefined
  /** The statuses other than 2xx that the description has. */
  statuses: readonly number[]
}

/** @throws {SeamResponseError} when the response does not have the result. */
export type Reader = (reply: Reply, operation: Operation) => unknown

/** Where the next page is. */
export interface Pagination {
  has_next_page?: boolean
  next_page_cursor?: string | null
}

const isObject = (value: unknown): value is object => Object(value) === value

function readBody({ json, toError }: Reply): Record<string, unknown> {
  if (!isObject(json)) throw toError('with a body that is not a JSON object')
  return json as Record<string, unknown>
}

/** The body without `ok`. */
export function readObject(reply: Reply): Record<string, unknown> {
  const { ok: _, ...rest } = readBody(reply)
  return rest
}

/** Returns undefined: the body has only `ok`, or is missing. */
export const readNothing: Reader = (reply, { status }) => {
  if (reply.text || reply.status !== status) readBody(reply)
}

/** The object beside `ok`. */
export const readOne: Reader = (reply, { key }) => {
  const data = readBody(reply)[key!]
  if (!isObject(data)) throw reply.toError(`without \`${key}\``)
  return data
}

/** The array beside `ok`. */
export const readList: Reader = (reply, { key }) => {
  const data = readBody(reply)[key!]
  if (!Array.isArray(data)) throw reply.toError(`without the array \`${key}\``)
  return data
}

/** The array beside `pagination`, with it. */
export const readPage: Reader = (reply, operation) => {
  const data = readList(reply, operation)
  const pagination = readBody(reply)['pagination'] as Pagination | undefined
  if (!pagination || (pagination.has_next_page && !pagination.next_page_cursor))
    throw reply.toError('without a complete `pagination`')
  return { data, pagination }
}
