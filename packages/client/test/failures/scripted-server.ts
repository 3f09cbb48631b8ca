import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Seam, type CreateAcsCredentialRequest, type SeamOptions } from '@seam-acs/client'
import { onTestFinished, vi } from 'vitest'

export const operation = 'POST /acs/credentials/create'
export const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
export const acs_credential = { acs_credential_id: '73a0a199-024f-454d-a916-9bbda8502c12' }
export const token = 'seam_4Kx2bTz9_secret'
export const pin = '482913'
export const body: CreateAcsCredentialRequest = {
  access_method: 'code',
  acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
  code: pin,
}

/** How a server treats one request: with a response, or with whatever it does to the socket of the response. */
export type Step = (response: ServerResponse) => void

export interface ScriptedServer {
  endpoint: string
  /** What has arrived, oldest first. */
  received: { headers: IncomingHttpHeaders; body: string }[]
  /** How many connections were made to it. */
  connections(): number
  /** Resolves when the first of them is closed. */
  disconnected: Promise<void>
  /** Listens again on its port after it was stopped. */
  restart(): void
  stop(): Promise<void>
}

/** A server on a free port of this machine. Each request gets the next step, and the last step serves all further ones. */
export async function serve(...steps: [Step, ...Step[]]): Promise<ScriptedServer> {
  const received: ScriptedServer['received'] = []
  let connections = 0
  const server = createServer(async (message, response) => {
    const step = steps[Math.min(received.length, steps.length - 1)]!
    const request = { headers: message.headers, body: '' }
    received.push(request)
    request.body = await text(message)
    step(response)
  })
  server.on('connection', () => connections++)
  const disconnected = new Promise<void>((resolve) => {
    server.on('connection', (socket) => socket.on('close', () => resolve()))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise<void>((closed) => server.close(() => closed()))
  }
  onTestFinished(stop)
  const restart = () => void server.listen(port, '127.0.0.1')
  const endpoint = `http://127.0.0.1:${port}`
  return { endpoint, received, connections: () => connections, disconnected, restart, stop }
}

/** Responds with exactly these bytes. */
export function reply(status: number, headers: OutgoingHttpHeaders = {}, bytes: string | Uint8Array = ''): Step {
  return (response) => response.writeHead(status, headers).end(bytes)
}

/** Responds with JSON. */
export function replyJson(value: unknown, status = 200, headers: OutgoingHttpHeaders = {}): Step {
  return reply(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(value))
}

/** Responds as the API does to a request that it rejects. */
export function respondWithError(
  status: number,
  headers: OutgoingHttpHeaders = {},
  message = 'No',
  type = 'rejected',
): Step {
  return replyJson({ error: { type, message }, ok: false }, status, { 'seam-request-id': requestId, ...headers })
}

export const succeed: Step = replyJson({ acs_credential, ok: true }, 200, { 'seam-request-id': requestId })

/** Writes past the HTTP server, such as the beginning of a response that is cut off. */
export function writeRaw(bytes: string, end: 'end' | 'resetAndDestroy' | 'leaveOpen'): Step {
  return ({ socket }) => {
    socket!.write(bytes)
    if (end !== 'leaveOpen') socket![end]()
  }
}

/** Sends one byte of a success at a time, and so never ends within a test. */
export const drip: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 5)
  response.on('close', () => clearInterval(timer))
}

/** Calls the operation at an endpoint. */
export function create(endpoint: string, options: SeamOptions = {}) {
  const credentials = options.apiKey || options.personalAccessToken ? {} : { apiKey: token }
  return new Seam({ endpoint, ...credentials, ...options }).acs.credentials.create(body)
}

/** What a call fails with. */
export function failure(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return call.then(
    (result) => Promise.reject(new Error(`It has a result: ${JSON.stringify(result)}`)),
    (error: unknown) => error as Error & Record<string, unknown>,
  )
}

/** What a call fails with at a server that treats every request in this way. */
export async function failureAt(step: Step, options: SeamOptions = {}) {
  const { endpoint } = await serve(step)
  return failure(create(endpoint, options))
}

/** Makes the waits that no server asks for this part of their span. */
export function fixRandom(part: number): void {
  const random = vi.spyOn(Math, 'random').mockReturnValue(part)
  onTestFinished(() => void random.mockRestore())
}

/** Stops the clock that the client reads. `vi.advanceTimersByTime` moves it. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['clearTimeout', 'performance', 'setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}
