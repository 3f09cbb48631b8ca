import * as builtClient from '@seam-acs/client'
import contract from '@seam-acs/spec' with { type: 'json' }
import { camelCase } from '@seam-acs/spec/model'
import { resolve } from './check.ts'
import { serveAnswer, type Received } from './loopback-server.ts'
import { toText, type Json, type Recording } from './recording.ts'
import { describeError, expectOutcome, type Operation, type Surface } from './replay-outcome.ts'

export type Client = typeof builtClient

export interface ReplayOptions {
  /** What the client sends with. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Another build of the client. */
  client?: Client
  surface?: Surface
}

/**
 * Sends a recorded request through the client to a server on this machine that gives the recorded answer.
 * A request that no method can send, such as malformed JSON, is for the path client; on the other surfaces
 * its answer goes to a valid request.
 *
 * @returns What left the client or came out of it otherwise than recorded, each with its path; empty where nothing.
 */
export async function replay(recording: Recording, options: ReplayOptions = {}): Promise<string[]> {
  const { fetch = globalThis.fetch, client = builtClient, surface = 'method' } = options
  const operation = findOperation(recording.request)
  const request = surface === 'path' ? recording.request : toSendable(recording.request, operation)
  const server = await serveAnswer(recording.response)
  try {
    // A repetition would show in the number of requests, and take its time.
    const settings = { apiKey: 'seam_test_key', endpoint: server.endpoint, fetch, maxRetries: 0 }
    const seam = new client.Seam(settings)
    const send = { method, function: callFunction, withResponse, asResult, path }[surface]
    const outcome = await send().catch((error: unknown) => ({ thrown: describeError(client, error) }))
    const [sent] = server.received
    if (!sent) return ['/requests: none arrived', ...differences('/outcome', {}, outcome)]
    return [
      ...differences('/requests', 1, server.received.length),
      ...compareRequests(request, sent),
      ...differences('/outcome', expectOutcome(recording.response, operation, request, surface), outcome),
    ]

    async function method() {
      return { returned: await findMethod(seam, operation.path)(request.body) }
    }

    async function callFunction() {
      const call = (client as Json)[operation.functionName]
      return { returned: await call(client.createSeamClient(settings), request.body) }
    }

    async function withResponse() {
      const { data, response, requestId } = await findMethod(seam, operation.path)(request.body).withResponse()
      return { data, requestId, status: response.status, body: await response.json() }
    }

    async function asResult() {
      const { response, ...result } = await findMethod(seam, operation.path)(request.body).asResult()
      const error = result.status === 'unexpected' ? describeError(client, result.error) : result.error
      return { ...result, error, body: await response?.text() }
    }

    async function path() {
      const init = {
        headers: { ...request.headers },
        bodySerializer: (body: Json) => (request.body === undefined ? body : JSON.stringify(body)),
        body: request.body ?? request.text,
      }
      const { data, error, response } = await (seam.fetchClient as Json)[request.method](request.path, init)
      return { data, error: error === '' ? undefined : error, status: response.status }
    }
  } finally {
    server.close()
  }
}

/** That of the recording, or for a path that the spec does not have any. */
function findOperation({ path }: Recording['request']): Operation {
  const paths: Json = contract.paths
  const known = path in paths ? path : Object.keys(paths)[0]!
  const { operationId, requestBody, responses } = paths[known].post
  const [example] = Object.values<Json>(requestBody.content['application/json'].examples)
  const success = resolve(contract, resolve(contract, responses[200]).content['application/json'].schema)
  return {
    path: known,
    functionName: camelCase(operationId),
    // A successful answer is `ok` and the result, which is what a method returns.
    resultKey: Object.keys(success.properties).find((name) => name !== 'ok')!,
    statuses: Object.keys(responses).map(Number),
    example: resolve(contract, example).value,
  }
}

/** The request, if a method can send it. */
function toSendable(request: Recording['request'], { path, example }: Operation): Recording['request'] {
  const headers = { 'content-type': 'application/json' }
  const isSendable =
    request.method === 'POST' &&
    request.path === path &&
    request.body !== undefined &&
    differences('', headers, request.headers).length === 0
  return isSendable ? request : { method: 'POST', path, headers, body: example }
}

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
function findMethod(seam: Json, path: string): (body: Json) => Json {
  const names = path.slice(1).split('/').map(camelCase)
  return names.reduce((node: Json, name) => node[name], seam)
}

function compareRequests(recorded: Recording['request'], sent: Received): string[] {
  const text = toText(recorded)
  const body = recorded.body === undefined ? [] : differences('/request/body', recorded.body, parse(sent.body))
  return [
    ...differences('/request/method', recorded.method, sent.method),
    ...differences('/request/path', recorded.path, sent.path),
    ...differences('/request/headers/authorization', 'Bearer seam_test_key', sent.headers.authorization),
    ...Object.entries(recorded.headers).flatMap(([name, value]) =>
      differences(`/request/headers/${name}`, value, sent.headers[name]),
    ),
    // What parses alike may still be other text, with a name twice or with blanks.
    ...(body.length > 0 ? body : differences('/request/text', text, sent.body)),
  ]
}

function parse(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Where two JSON values differ, by path. */
export function differences(path: string, expected: Json, actual: Json): string[] {
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
    return [...names].flatMap((name) => differences(`${path}/${name}`, expected[name], actual[name]))
  }
  if (Object.is(expected, actual)) return []
  return [`${path}: recorded ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
}

const isContainer = (value: Json) => typeof value === 'object' && value !== null
