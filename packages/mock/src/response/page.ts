import type { Json } from '../contract.ts'
import { toInputError } from '../request/input-errors.ts'
import type { Outcome } from '../resources/resource.ts'
import type { SeededValues } from '../seeded.ts'
import { failure } from './reply.ts'

/** The pagination of the last page. */
export const lastPage = { has_next_page: false, next_page_cursor: null, next_page_url: null }

/** The default page size of the vendor's own server. */
const usualLimit = 500

interface Source {
  items: Json[]
  /** The property with the ID of an item. */
  idName: string
  /** Whether an item is in the list. */
  matches(item: Json): boolean
  /** The place of the item with an ID. */
  indexOf?: ((id: string) => number) | undefined
}

/**
 * The page for the `limit` and `page_cursor` of a request. A cursor contains the ID of the first item of the next
 * page.
 */
export function paginate(
  { items, idName, matches, indexOf = (id) => items.findIndex((item) => item[idName] === id) }: Source,
  { page_cursor: cursor, limit = usualLimit, ...query }: Json,
  seeded: SeededValues,
): Outcome {
  const queryId = seeded.uuid('page', limit, query)
  let start = 0
  if (typeof cursor === 'string') {
    const [cursorQueryId, id] = readCursor(cursor)
    if (cursorQueryId !== undefined && cursorQueryId !== queryId) {
      const message = 'When using next_page_cursor, the request must send parameters identical to the initial request.'
      return { failure: failure(400, { type: 'mismatched_page_parameters', message }) }
    }
    start = id === undefined ? -1 : indexOf(id)
    if (start < 0) return { failure: failure(400, toInputError([{ path: ['page_cursor'], message: 'Invalid' }])) }
  }
  const size = Math.max(limit, 1)
  const found: Json[] = []
  // No further than to the first item of the next page.
  for (let index = start; index < items.length && found.length <= size; index++) {
    if (matches(items[index])) found.push(items[index])
  }
  const next = found[size]?.[idName]
  const result = found.slice(0, size)
  if (next === undefined) return { result, pagination: lastPage }
  const pagination = { ...lastPage, has_next_page: true, next_page_cursor: btoa(JSON.stringify([queryId, next])) }
  return { result, pagination }
}

/** Reads the query and the item of a cursor; empty if the text is not a cursor. */
function readCursor(cursor: string): string[] {
  try {
    return [JSON.parse(atob(cursor))].flat()
  } catch {
    return []
  }
}
