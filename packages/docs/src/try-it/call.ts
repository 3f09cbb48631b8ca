import { listValidationErrors, SeamApiError, SeamConnectionError, SeamRequestError } from '@seam-acs/client'
import type { RequestValues } from '../samples/request.ts'
import { callWithClient } from './client.ts'
import type { Exchange, Fetch, Target } from './exchange.ts'
import type { TriedOperation } from './operation.ts'
import { sendPlainly } from './plain.ts'

/** Calls the operation, with the client that readers use where it has a method for it, and listens to what is sent. */
export async function call(operation: TriedOperation, values: RequestValues, target: Target): Promise<Exchange> {
  const exchange: Exchange = { isMock: target.isMock, issues: [] }
  // A server may repeat a key.
  const hide = (text: string) =>
    Object.values(target.secrets).reduce((shown, secret) => (secret ? shown.replaceAll(secret, '…') : shown), text)
  const list = (headers: HeadersInit | undefined) =>
    [...new Headers(headers)].map(([name, value]): [string, string] => [name, hide(value)])
  const listen: Fetch = async (url, init) => {
    exchange.request = {
      method: init.method!,
      // The address that the mock is asked for is that of the API, to which nothing goes.
      url: target.isMock ? `${new URL(url).pathname} (the mock in this page)` : hide(url),
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
  return `${message}. Either no server runs there, or it does not allow requests from this web page (CORS).`
}
