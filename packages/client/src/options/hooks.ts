import type { SeamError } from '../errors.ts'

/** What hooks for logs and traces see of a try; never the key, and never a body. */
export interface RequestContext {
  /** The method and path, such as `POST /acs/credentials/create`. */
  operation: string
  /** 0 for the first try. */
  attempt: number
  /** The headers to send beside those that authenticate. What `onRequest` adds is sent. */
  headers: Record<string, string>
}

export interface ResponseContext extends RequestContext {
  status: number
  /** The ID of the exchange, for Seam's support; undefined when the response has none. */
  requestId: string | undefined
  /** Milliseconds from sending the request to the end of the response. */
  duration: number
}

export interface ErrorContext extends RequestContext {
  /** Why the try ended without a response: a `SeamError`, or the reason of a failed key provider or of the signal. */
  error: unknown
  /** Milliseconds from the start of the try. */
  duration: number
}

export interface RetryContext extends RequestContext {
  /** Milliseconds until the next try. */
  delay: number
  /** What the failed try ended with: the response's status, or the error of a try without a response. */
  reason: number | SeamError
}

/**
 * Functions to call for each try. A promise that a hook returns is awaited. A hook that throws or rejects ends the call with its error.
 * After `onRequest`, each try ends with either `onResponse` or `onError`.
 */
export interface Hooks {
  onRequest?: ((context: RequestContext) => void | Promise<void>) | undefined
  onResponse?: ((context: ResponseContext) => void | Promise<void>) | undefined
  onError?: ((context: ErrorContext) => void | Promise<void>) | undefined
  onRetry?: ((context: RetryContext) => void | Promise<void>) | undefined
}
