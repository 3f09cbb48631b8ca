import * as builtClient from '@seam-acs/client'
import { createFetchClient } from '@seam-acs/client/openapi-fetch'
import { serveResponse, type Received } from '@seam-acs/recorder/loopback-server'
import { toText, type Recording } from '@seam-acs/recorder/recording'
import {
  camelCase,
  findJson,
  readOperations,
  type Json,
  type OpenApiDocument,
  type Operation,
} from '@seam-acs/spec/model'
import { contract } from './contract.ts'
import { isContainer } from './ledger/conditions.ts'
import { describeError, expectOutcome, parse, type Client, type Surface } from './replay-outcome.ts'
import { createExample } from './synthetic/example-value.ts'

export interface ReplayOptions {
  /** What the client sends with. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Another build of the client. */
  client?: Client
  surface?: Surface
}

const operations = readOperations(contract)

/**
 * Sends a recorded request through the client to a server on this machine, which sends the recorded response.
 * A request that no method can send, such as malformed JSON, is replaced by a valid one, except for the path client.
 *
 * @returns How the sent request and the outcome differ from the recording, each with its path; empty if they do not.
 */
export async function replay(recording: Recording, options: ReplayOptions = {}): Promise<string[]> {
  const { fetch = globalThis.fetch, client = { ...builtClient, createFetchClient }, surface = 'method' } = options
  // Any operation serves for a path that the spec does not have.
  const operation = operations.find((each) => each.path === recording.request.path) ?? operations[0]!
  const request = surface === 'path' ? recording.request : toSendable(recording.request, operation)
  const server = await serveResponse(recording.response)
  // A retry would add a request, and take time.
  const settings = { apiKey: 'seam_test_key', endpoint: server.endpoint, fetch, maxRetries: 0 }
  const call = () => findMethod(new client.Seam(settings), operation)(...listArguments(request, operation))
  const send = { method, function: callFunction, withResponse, asResult, path }[surface]
  try {
    const outcome = await send().catch((error: unknown) => ({ thrown: describeError(client, error) }))
    const [sent] = server.received
    if (!sent) return ['/requests: none arrived', ...differences('/outcome', {}, outcome)]
    return [
      ...differences('/requests', 1, server.received.length),
      ...compareRequests(request, sent),
      ...differences('/outcome', expectOutcome(recording.response, operation, request, surface), outcome),
    ]
  } finally {
    server.close()
  }

  async function method() {
    return { returned: await call() }
  }

  async function callFunction() {
    const run = (client as Json)[camelCase(operation.id)]
    return { returned: await run(client.createSeamClient(settings), ...listArguments(request, operation)) }
  }

  async function withResponse() {
    const { data, response, requestId } = await call().withResponse()
    return { data, requestId, status: response.status, body: parse(await response.text()) }
  }

  async function asResult() {
    const { response, ...result } = await call().asResult()
    const error = result.status === 'unexpected' ? describeError(client, result.error) : result.error
    return { ...result, error, body: await response?.text() }
  }

  async function path() {
    const init = {
      headers: { ...request.headers },
      bodySerializer: (body: Json) => (request.body === undefined ? body : JSON.stringify(body)),
      body: request.body ?? request.text,
    }
    const { data, error, response } = await (client.createFetchClient(settings) as Json)[request.method](
      request.path,
      init,
    )
    return { data, error: error === '' ? undefined : error, status: response.status }
  }
}

/** What a method takes for a request. */
export const listArguments = ({ body }: Recording['request'], operation: Operation): Json[] =>
  operation.request ? [body] : []

/** A request that the operation accepts. */
export function createRequest(document: OpenApiDocument, { path, request }: Operation): Recording['request'] {
  if (!request) return { method: 'POST', path, headers: {} }
  const [example] = findJson(request.contents)?.examples ?? []
  const body = example ? example.value : createExample(document, request.schema ?? {})
  return { method: 'POST', path, headers: { 'content-type': 'application/json' }, body }
}

/** The request, if a method can send it. */
export function toSendable(request: Recording['request'], operation: Operation): Recording['request'] {
  const valid = createRequest(contract, operation)
  const isSendable =
    request.method === 'POST' &&
    request.path === operation.path &&
    request.text === undefined &&
    Object.hasOwn(request, 'body') === Object.hasOwn(valid, 'body') &&
    differences('', valid.headers, request.headers).length === 0
  return isSendable ? request : valid
}

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
function findMethod(seam: Json, { names }: Operation): (...given: Json[]) => Json {
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
    // Texts that parse to the same value can differ, such as by spaces or by a repeated name.
    ...(body.length > 0 ? body : differences('/request/text', text, sent.body)),
  ]
}

/** Where two JSON values differ, by path. */
function differences(path: string, expected: Json, actual: Json): string[] {
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
    return [...names].flatMap((name) => differences(`${path}/${name}`, expected[name], actual[name]))
  }
  if (Object.is(expected, actual)) return []
  return [`${path}: recorded ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
}
