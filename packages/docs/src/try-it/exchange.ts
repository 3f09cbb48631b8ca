import { listValidationErrors, SeamApiError, SeamConnectionError, SeamRequestError, type Issue } from '@seam-acs/client'
import type { RequestValues } from '../samples/request.ts'
import { callWithClient } from './client.ts'
import type { TriedOperation } from './operation.ts'
import { sendPlainly } from './plain.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Target {
  endpoint: string
  /** The reader's keys, by the variables that the samples have for them. */
  secrets: Record<string, string>
  /** For a personal access token only. */
  workspaceId: string
  fetch: Fetch
  /** Whether the client checks the body before it sends it. */
  validate: boolean
}

/** What went over the wire, as far as it came and without the keys, and what is wrong. */
export interface Exchange {
  request?: { method: string; url: string; headers: [string, string][]; body: string }
  response?: { status: number; headers: [string, string][]; text: string; duration: number }
  /** What went wrong, in a sentence; undefined for a success. */
  failure?: string
  issues: Issue[]
}

/** Calls the operation, with the client that readers use where it has a method for it, and listens to what is sent. */
export async function call(operation: TriedOperation, values: RequestValues, target: Target): Promise<Exchange> {
  const exchange: Exchange = { issues: [] }
  // A server may repeat a key.
  const hide = (text: string) =>
    Object.values(target.secrets).reduce((shown, secret) => (secret ? shown.replaceAll(secret, '…') : shown), text)
  const list = (headers: HeadersInit | undefined) =>
    [...new Headers(headers)].map(([name, value]): [string, string] => [name, hide(value)])
  const listen: Fetch = async (url, init) => {
    exchange.request = {
      method: init.method!,
      url: hide(url),
      headers: list(init.headers),
      body: String(init.body ?? ''),
    }
    const start = performance.now()
    const response = await target.fetch(url, init)
    const text = hide(await response.clone().text())
    const duration = performance.now() - start
    exchange.response = { status: response.status, headers: list(response.headers), text, duration }
    return response
  }
  try {
    const heard = { ...target, fetch: listen }
    await (operation.template.names ? callWithClient : sendPlainly)(operation, values, heard)
  } catch (error) {
    exchange.failure = describeFailure(error)
    if (error instanceof SeamRequestError) exchange.issues = error.issues
    if (error instanceof SeamApiError) exchange.issues = listValidationErrors(error.validationErrors)
  }
  return exchange
}

function describeFailure(error: unknown): string {
  const { message } = error as Error
  if (!(error instanceof SeamConnectionError) && !(error instanceof TypeError)) return message
  return `${message}. Either nothing listens there, or it does not allow web pages of this address to call it (CORS).`
}
