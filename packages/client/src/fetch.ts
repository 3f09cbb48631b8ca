/** What a `fetch` is called with; every `fetch` takes it as its init. */
export interface FetchRequest {
  method: string
  headers: Record<string, string>
  /** JSON; null for a request without a body. */
  body: string | null
  redirect: 'manual'
  signal: WebAbortSignal | null
}

/** What the client reads of a response. Every `Response` has it, including those of undici and node-fetch. */
export interface FetchResponse {
  readonly ok: boolean
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body?: unknown
  readonly bodyUsed?: boolean
  text(): Promise<string>
}

export type Fetch = (url: string, init: FetchRequest) => Promise<FetchResponse>

/** The `AbortSignal` of the runtime's declarations; in a project that has none, what the client uses of one. */
export type WebAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Type } }
  ? Type
  : {
      readonly aborted: boolean
      readonly reason: unknown
      throwIfAborted(): void
      addEventListener(type: 'abort', listener: () => void): void
      removeEventListener(type: 'abort', listener: () => void): void
    }

/** The `Request` of the runtime's declarations; in a project that has none, the least that every one has. */
export type WebRequest = typeof globalThis extends { Request: { prototype: infer Type } }
  ? Type
  : {
      readonly method: string
      readonly url: string
      readonly headers: FetchResponse['headers']
      text(): Promise<string>
    }

/** The `Response` of the runtime's declarations; in a project that has none, what the client reads of one. */
export type WebResponse = typeof globalThis extends { Response: { prototype: infer Type } }
  ? Type
  : FetchResponse & { json(): Promise<unknown> }
