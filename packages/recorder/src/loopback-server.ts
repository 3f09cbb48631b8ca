import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { toText, type Recording } from './recording/recording.ts'

export interface Received {
  method: string | undefined
  path: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

export type ServedResponse = Recording['response']

export interface LoopbackServer {
  endpoint: string
  /** What has arrived, oldest first. */
  received: Received[]
  /** What it has sent, oldest first. */
  sent: ServedResponse[]
  close(): void
}

/** A server on a free port of this machine. `close` also ends requests that wait for a response. */
export async function serve(
  respond: (received: Received) => ServedResponse | Promise<ServedResponse>,
): Promise<LoopbackServer> {
  const received: Received[] = []
  const sent: ServedResponse[] = []
  const server = createServer(async (message, reply) => {
    const arrived = { method: message.method, path: message.url, headers: message.headers, body: await text(message) }
    received.push(arrived)
    const given = await respond(arrived)
    sent.push(given)
    reply.writeHead(given.status, given.headers).end(toText(given))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { endpoint: `http://127.0.0.1:${port}`, received, sent, close }
}

/** A server that gives one recorded response to every request. */
export const serveResponse = (response: ServedResponse): Promise<LoopbackServer> => serve(() => response)

/** A server in front of a fetch handler, such as a mock's. */
export function serveFetch(handle: (request: Request) => Promise<Response>): Promise<LoopbackServer> {
  return serve(async ({ method = '', path, headers, body }) => {
    const request = new Request(`http://${headers.host}${path}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(body && { body }),
    })
    const response = await handle(request)
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
  })
}
