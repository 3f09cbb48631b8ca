import type { SeamClient } from './client.ts'
import type { CallOptions } from './options/options.ts'
import type { Page, SeamPromise } from './promise.ts'
import type { Operation, Pagination } from './result.ts'

type PagePromise = SeamPromise<Page<unknown, Pagination>, unknown>

/**
 * Calls an operation whose result is a page. The promise is also an async iterable over the items of all pages, with
 * one more call with the same options for each further page.
 */
export function callPages<Call extends SeamPromise<unknown, unknown>>(
  client: SeamClient,
  operation: Operation,
  body?: object,
  options?: CallOptions,
): Call {
  const promise: PagePromise = client.call(operation, body, options)
  return Object.assign(promise, {
    async *[Symbol.asyncIterator]() {
      let page = await promise
      for (;;) {
        yield* page.data
        const { has_next_page, next_page_cursor } = page.pagination
        if (!has_next_page) return
        page = await client.call<PagePromise>(
          { ...operation, isBodyless: false },
          { ...body, page_cursor: next_page_cursor },
          options,
        )
      }
    },
  }) as never
}
