import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { toText, type Recording } from './recording.ts'

export interface Received {
  method: string | undefined
  path: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

export interface LoopbackServer {
  endpoint: string
  /** What has arrived, oldest first. */
  received: Received[]
  close(): void
}

/** A server on a free port of this machine that gives one recorded answer to everything. */
export async function serveAnswer(response: Recording['response']): Promise<LoopbackServer> {
  const received: Received[] = []
  const server = createServer(async (message, answer) => {
    received.push({ method: message.method, path: message.url, headers: message.headers, body: await text(message) })
    answer.writeHead(response.status, response.headers).end(toText(response))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}`, received, close: () => void server.close() }
}
