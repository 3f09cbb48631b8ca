import { SeamResponseError } from './errors.ts'
import type { Reply } from './transport/response.ts'

/** What the API's description says of an operation, as far as it matters at run time. */
export interface Operation {
  path: string
  /** What a successful response holds beside `ok`: nothing, one object, an array, an array beside `pagination`, or anything else. */
  kind: 'none' | 'one' | 'list' | 'page' | 'object'
  /** The property that has the object or the array; absent for `none` and `object`. */
  key?: string
  /** Whether a call without a body is an error. */
  needsBody?: true
  /** The success status, for an operation whose successful response has no body. */
  status?: number
  /** The statuses other than 2xx that the description has. */
  statuses: readonly number[]
}

/** Where the next page is. */
export interface Pagination {
  has_next_page?: boolean
  next_page_cursor?: string | null
}

/**
 * The result in a successful response.
 *
 * @throws {SeamResponseError} when the response does not have it.
 */
export function readResult({ kind, key, status }: Operation, operation: string, reply: Reply): unknown {
  if (kind === 'none' && !reply.text && reply.status === status) return undefined
  const { ok: _, ...json } = Object(reply.json)
  const data = key && json[key]
  const { pagination }: { pagination?: Pagination } = json
  let flaw = ''
  if (!isObject(reply.json)) flaw = 'with a body that is not a JSON object'
  else if (key && !(kind === 'one' ? isObject : Array.isArray)(data))
    flaw = `without ${kind === 'one' ? '' : 'the array '}\`${key}\``
  else if (kind === 'page' && (!pagination || (pagination.has_next_page && !pagination.next_page_cursor)))
    flaw = 'without a complete `pagination`'
  if (flaw) throw new SeamResponseError(operation, reply.describe(), flaw)
  return kind === 'object' ? json : kind === 'page' ? { data, pagination } : data
}

const isObject = (value: unknown) => Object(value) === value
