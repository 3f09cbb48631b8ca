import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { text } from 'node:stream/consumers'
import { createResponder } from '../suite/suite.js'
import type { Case } from './cases.ts'

export interface SuiteServer {
  endpoint: string
  /** The result of a suite that a page has sent. */
  result: Promise<string>
  close(): void
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' }

/** The other end of the suite on a free port of this machine; with folders, also the server of a page. */
export async function serveSuite(cases: readonly Case[], folders: readonly string[] = []): Promise<SuiteServer> {
  const respond = createResponder(cases)
  const { promise: result, resolve } = Promise.withResolvers<string>()
  const server = createServer(async (message, reply) => {
    const { method, url = '/' } = message
    const body = await text(message)
    if (method === 'POST' && url === '/result') {
      resolve(body)
      reply.end()
    } else if (method === 'GET' && !url.startsWith('/case-')) await sendFile(url, folders, reply)
    else send(respond({ method, url, authorization: message.headers.authorization, body }), message, reply)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    result,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function send(
  response: ReturnType<ReturnType<typeof createResponder>>,
  message: IncomingMessage,
  reply: ServerResponse,
) {
  if ('status' in response) {
    reply.writeHead(response.status, response.headers).end(response.text)
    return
  }
  if (response.fault === 'drop') message.socket.destroy()
  if (response.fault === 'cut')
    reply
      .writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      .write('{"ok":tr', () => message.socket.destroy())
}

async function sendFile(url: string, folders: readonly string[], reply: ServerResponse): Promise<void> {
  const path = normalize(new URL(url, 'http://localhost').pathname)
  for (const folder of folders) {
    const content = await readFile(join(folder, path)).catch(() => undefined)
    if (content) {
      reply.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(content)
      return
    }
  }
  reply.writeHead(404).end()
}
