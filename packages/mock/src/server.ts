import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Mock } from './mock.ts'

export interface ServerOptions {
  /** Default: 4100; 0 for any that is free. */
  port?: number
  /** Gets a line for each request: method, path, status, kind of error, duration. Default: none. */
  log?: (line: string) => void
}

export interface MockServer {
  /** Such as `http://localhost:4100`. */
  endpoint: string
  /** Ends all connections, waiting ones too. */
  close(): Promise<void>
}

/** Serves a mock to the programs of this machine. Rejects where the port is taken. */
export async function serve(mock: Pick<Mock, 'fetch'>, { port = 4100, log }: ServerOptions = {}): Promise<MockServer> {
  const server = createServer((message, answer) => void handle(mock, message, answer, log))
  await listen(server, port)
  const address = server.address()
  return {
    endpoint: `http://localhost:${typeof address === 'object' ? address?.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function handle(
  mock: Pick<Mock, 'fetch'>,
  message: IncomingMessage,
  answer: ServerResponse,
  log?: (line: string) => void,
): Promise<void> {
  const start = performance.now()
  const caller = new AbortController()
  answer.once('close', () => caller.abort())
  // The rest of an address may hold a secret.
  const path = message.url?.replace(/\?.*/s, '')
  const tell = (outcome: string | number) =>
    log?.(`${message.method} ${path} ${outcome} ${Math.round(performance.now() - start)} ms`)
  try {
    const response = await respond(mock, message, caller.signal)
    const type = await readErrorType(response)
    await send(answer, response)
    tell(type ? `${response.status} ${type}` : response.status)
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    const isCaller = name === 'AbortError' || code === 'EPIPE' || code === 'ECONNRESET'
    tell(isCaller ? 'given up by the caller' : 'broken off')
    answer.destroy()
  }
}

async function respond(mock: Pick<Mock, 'fetch'>, message: IncomingMessage, signal: AbortSignal) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    // What is too large is read to its end, for a sender that is cut off sees no answer.
    if (size <= maxSize) chunks.push(chunk)
  }
  if (size > maxSize) return new Response(`Body exceeded ${maxSize / 2 ** 20} MiB`, { status: 413 })
  const { method = 'GET', url: target = '/' } = message
  // Not by resolving, which would take `//evil/path` for a host and a path.
  const url = target.startsWith('/') ? `http://localhost${target}` : target
  // What a `Request` cannot be.
  if (!URL.canParse(url, 'http://localhost')) return new Response('Bad request', { status: 400 })
  if (/^TRAC[EK]$/.test(method)) return new Response('Method not allowed', { status: 405 })
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, [value].flat().join(', '))
  const body = /^(GET|HEAD)$/.test(method) ? null : Buffer.concat(chunks)
  return mock.fetch(new URL(url, 'http://localhost'), { method, headers, body, signal })
}

const maxSize = 2 ** 20

async function send(answer: ServerResponse, { status, headers, body }: Response): Promise<void> {
  answer.writeHead(status, Object.fromEntries(headers))
  // Piece by piece: what comes before a break has to arrive.
  for await (const chunk of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    await new Promise<void>((resolve, reject) => {
      answer.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
  }
  answer.end()
}

/** `invalid_input` and so on. */
async function readErrorType(response: Response): Promise<string | undefined> {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return undefined
  const body = await response
    .clone()
    .json()
    .catch(() => undefined)
  return body?.error?.type
}
