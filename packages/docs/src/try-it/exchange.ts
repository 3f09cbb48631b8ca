import {
  createSeamClient,
  listValidationErrors,
  SeamApiError,
  SeamConnectionError,
  SeamRequestError,
  type Issue,
} from '@seam-acs/client'
import type { TriedOperation } from './operation.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Target {
  endpoint: string
  key: string
  /** For a personal access token only. */
  workspaceId: string
  fetch: Fetch
  /** Whether the client checks the body before it sends it. */
  validate: boolean
}

export interface Values {
  body: unknown
  /** By place and name: `params.path.id`. */
  parameters: Record<string, Record<string, unknown>>
}

/** What went over the wire, as far as it came and without the key, and what is wrong. */
export interface Exchange {
  request?: { method: string; url: string; headers: [string, string][]; body: string }
  response?: { status: number; headers: [string, string][]; text: string; duration: number }
  /** What went wrong, in a sentence; undefined for a success. */
  failure?: string
  issues: Issue[]
}

/** Calls the operation with the client that readers use, and listens to what it sends and gets. */
export async function call(operation: TriedOperation, values: Values, target: Target): Promise<Exchange> {
  const exchange: Exchange = { issues: [] }
  // A server may repeat the key.
  const hide = (text: string) => (target.key ? text.replaceAll(target.key, '…') : text)
  const list = (headers: HeadersInit | undefined) =>
    [...new Headers(headers)].map(([name, value]): [string, string] => [name, hide(value)])
  const listen: Fetch = async (url, init) => {
    exchange.request = { method: init.method!, url, headers: list(init.headers), body: String(init.body ?? '') }
    const start = performance.now()
    const response = await target.fetch(url, init)
    const text = hide(await response.clone().text())
    const duration = performance.now() - start
    exchange.response = { status: response.status, headers: list(response.headers), text, duration }
    return response
  }
  try {
    await send(operation, values, { ...target, fetch: listen })
  } catch (error) {
    exchange.failure = describeFailure(error)
    if (error instanceof SeamRequestError) exchange.issues = error.issues
    if (error instanceof SeamApiError) exchange.issues = listValidationErrors(error.validationErrors)
  }
  return exchange
}

function send(operation: TriedOperation, { body, parameters }: Values, target: Target): Promise<unknown> {
  const { request: sample, statuses } = operation
  const { method, path, result } = sample
  const { key, workspaceId, endpoint, fetch, validate } = target
  const credentials = key.startsWith('seam_at') ? { personalAccessToken: key, workspaceId } : { apiKey: key }
  // One try, so that what is shown is all that went over the wire.
  const client = createSeamClient({ ...credentials, endpoint, fetch, maxRetries: 0, validate: validate && 'request' })
  const isNamed = method === 'POST' && result.key !== undefined && typeof body === 'object' && body !== null
  if (isNamed && Object.keys(parameters).length === 0)
    return client.call({ path, resultKey: result.key!, statuses }, body)
  const request = client.fetchClient.request as (method: string, path: string, init: object) => Promise<unknown>
  return request(method.toLowerCase(), path, { body, params: parameters, parseAs: 'text' })
}

function describeFailure(error: unknown): string {
  const { message } = error as Error
  if (!(error instanceof SeamConnectionError)) return message
  return `${message}. Either nothing listens there, or it does not allow web pages of this address to call it (CORS).`
}
