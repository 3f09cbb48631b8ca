/** What a `fetch` is called with; every `fetch` takes it as its init. */
export interface FetchRequest {
  method: string
  headers: Record<string, string>
  /** JSON; null for a request without a body. */
  body: string | null
  redirect: 'manual'
  signal: AbortSignal | null
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
