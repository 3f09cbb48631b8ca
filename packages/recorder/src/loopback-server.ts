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

export type Answer = Recording['response']

export interface LoopbackServer {
  endpoint: string
  /** What has arrived, oldest first. */
  received: Received[]
  /** What it has answered, oldest first. */
  answered: Answer[]
  close(): void
}

/** A server on a free port of this machine. An answer that never comes ends with `close`. */
export async function serve(answer: (received: Received) => Answer | Promise<Answer>): Promise<LoopbackServer> {
  const received: Received[] = []
  const answered: Answer[] = []
  const server = createServer(async (message, reply) => {
    const arrived = { method: message.method, path: message.url, headers: message.headers, body: await text(message) }
    received.push(arrived)
    const given = await answer(arrived)
    answered.push(given)
    reply.writeHead(given.status, given.headers).end(toText(given))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { endpoint: `http://127.0.0.1:${port}`, received, answered, close }
}

/** A server that gives one recorded answer to everything. */
export const serveAnswer = (response: Answer): Promise<LoopbackServer> => serve(() => response)

/** A server that gives the answers in turn, the last one from then on. */
export function serveAnswers(answers: Answer[]): Promise<LoopbackServer> {
  let index = 0
  return serve(() => answers[Math.min(index++, answers.length - 1)]!)
}

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
