import type { IncomingMessage, ServerResponse } from 'node:http'
import { listenLocally } from './listen.ts'
import type { Mock } from './mock.ts'
import { maxSize, tooLarge } from './request/read-body.ts'

export interface ServerOptions {
  /** The port to listen on; 0 for any free one. Default: 4100. */
  port?: number
  /** Receives a line for each request: method, path, status, error type, duration. Default: no log. */
  log?: (line: string) => void
}

export interface MockServer {
  /** For example `http://localhost:4100`. */
  endpoint: string
  /** Closes all connections, even those with a pending response. */
  close(): Promise<void>
}

/** Serves a mock on this machine only, by IPv4 and IPv6. Rejects if the port is in use. */
export async function serve(mock: Pick<Mock, 'fetch'>, { port = 4100, log }: ServerOptions = {}): Promise<MockServer> {
  const listening = await listenLocally((message, response) => void handle(mock, message, response, log), port)
  return {
    endpoint: `http://localhost:${listening.port}`,
    close: async () => {
      await Promise.all(
        listening.servers.map((server) => {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()))
          server.closeAllConnections()
          return closed
        }),
      )
    },
  }
}

async function handle(
  mock: Pick<Mock, 'fetch'>,
  message: IncomingMessage,
  serverResponse: ServerResponse,
  log?: (line: string) => void,
): Promise<void> {
  const start = performance.now()
  const caller = new AbortController()
  serverResponse.once('close', () => serverResponse.writableFinished || caller.abort())
  // The query of a URL can contain a secret.
  const path = message.url?.replace(/\?.*/s, '')
  const logLine = (outcome: string | number) =>
    log?.(`${message.method} ${path} ${outcome} ${Math.round(performance.now() - start)} ms`)
  try {
    const response = await respond(mock, message, caller.signal)
    const type = await readErrorType(response)
    await send(serverResponse, response)
    logLine(type ? `${response.status} ${type}` : response.status)
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    const isCaller = name === 'AbortError' || code === 'EPIPE' || code === 'ECONNRESET'
    logLine(isCaller ? 'aborted by the caller' : 'connection broken')
    serverResponse.destroy()
  }
}

async function respond(mock: Pick<Mock, 'fetch'>, message: IncomingMessage, signal: AbortSignal) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    // A body that is too large is still read to its end, because a sender that is cut off does not see the response.
    if (size <= maxSize) chunks.push(chunk)
  }
  if (size > maxSize) return new Response(tooLarge.body, { status: tooLarge.status })
  const { method = 'GET', url: target = '/' } = message
  // Not resolved against a base, which would read `//evil/path` as a host and a path.
  const url = target.startsWith('/') ? `http://localhost${target}` : target
  // A `Request` cannot have such a URL or method.
  if (!URL.canParse(url, 'http://localhost')) return new Response('Bad request', { status: 400 })
  if (/^TRAC[EK]$/.test(method)) return new Response('Method not allowed', { status: 405 })
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, [value].flat().join(', '))
  const body = /^(GET|HEAD)$/.test(method) ? null : Buffer.concat(chunks)
  return mock.fetch(new URL(url, 'http://localhost'), { method, headers, body, signal })
}

async function send(serverResponse: ServerResponse, { status, headers, body }: Response): Promise<void> {
  const chunks: Uint8Array[] = []
  serverResponse.writeHead(status, Object.fromEntries(headers))
  try {
    for await (const chunk of (body ?? []) as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk)
  } catch (error) {
    // A body that ends early arrives up to that point.
    await new Promise<void>((resolve) => serverResponse.write(Buffer.concat(chunks), () => resolve()))
    throw error
  }
  serverResponse.end(Buffer.concat(chunks))
}

/** The `type` of an error response, such as `invalid_input`. */
async function readErrorType(response: Response): Promise<string | undefined> {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return undefined
  const body = await response
    .clone()
    .json()
    .catch(() => undefined)
  return body?.error?.type
}
