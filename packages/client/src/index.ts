export type * from '@seam-acs/types'
export { createSeamClient, type SeamClient } from './client.ts'
export type { StringOrProvider } from './options/credentials.ts'
export {
  isSeamError,
  SeamApiError,
  SeamConnectionError,
  SeamError,
  SeamRequestError,
  SeamResponseError,
  SeamTimeoutError,
} from './errors.ts'
export type { Fetch, FetchRequest, FetchResponse, WebAbortSignal, WebResponse } from './fetch.ts'
export type { HeadersOption } from './options/headers.ts'
export type { ErrorContext, RequestContext, ResponseContext, RetryContext } from './options/hooks.ts'
export { listValidationErrors, type Issue } from './issues.ts'
export * from './operations.gen.ts'
export type { CallOptions, SeamOptions } from './options/options.ts'
export { callPages } from './pages.ts'
export type { Failure, Page, SeamPromise, Success, Unexpected, WithResponse } from './promise.ts'
export { readList, readNothing, readObject, readOne, readPage, type Operation, type Reader } from './result.ts'
export { Seam } from './seam.ts'
export type { Validator } from './validation/validator.ts'
export { version } from './version.gen.ts'
