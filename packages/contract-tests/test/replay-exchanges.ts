import type { Exchange, Recording } from '@seam-acs/recorder/recording'
import { findJson, readOperations, type Operation } from '@seam-acs/spec/model'
import { contract } from '../src/contract.ts'
import { createRequest } from '../src/replay.ts'
import { createExample } from '../src/synthetic/example-value.ts'

type Response = Exchange['response']

const json = { 'content-type': 'application/json' }
const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
const identified = { ...json, 'seam-request-id': requestId }

/** One operation of each kind of result. */
export const operations: Operation[] = [
  ...Map.groupBy(readOperations(contract), ({ result }) => result.kind).values(),
].map(([first]) => first!)

/** An error response of the API. */
export function createErrorResponse(
  status: number,
  more: object = {},
  headers: Record<string, string> = json,
): Response {
  return { status, headers, body: { error: { type: 'invalid_input', message: 'No.', ...more }, ok: false } }
}

/** A successful exchange as a recording, with the given parts of it replaced. */
export function toRecording(operation: Operation, exchange: Partial<Exchange> = {}): Recording {
  const { success } = operation
  const content = findJson(success?.contents ?? [])
  const body = content?.examples[0]?.value ?? createExample(contract, content?.schema ?? {})
  return {
    recorded: { source: 'synthetic', from: 'a test', at: '2026-11-22' },
    request: createRequest(contract, operation),
    response: { status: Number(success?.status), headers: identified, ...(content && { body }) },
    ...exchange,
  }
}

/** Responses that the spec need not know, and requests that no method sends: the client has to handle them all. */
export function listExchanges(operation: Operation): [name: string, recording: Recording][] {
  const { path } = operation
  const request = { ...createRequest(contract, operation), headers: json }
  const malformed = { method: 'POST', path, headers: json, text: '{"a' }
  const redirect = { status: 307, headers: { location: 'http://127.0.0.1:9/' }, text: 'There.' }
  const exchanges: [string, Partial<Exchange>][] = [
    ['a success', {}],
    ['an error with a request id in its body', { response: createErrorResponse(400, { request_id: requestId }) }],
    [
      'an error with a request id in its headers',
      { response: createErrorResponse(401, { request_id: 'other' }, identified) },
    ],
    [
      'an error with validation errors',
      { response: createErrorResponse(400, { validation_errors: { a: { _errors: ['No.'] } } }) },
    ],
    ['an error with more data', { response: createErrorResponse(404, { data: { count: 5, is_new: false } }) }],
    ['an error with an unknown status', { response: createErrorResponse(418) }],
    ['malformed JSON', { request: malformed, response: text(400, 'Invalid JSON') }],
    ['another content type', { request: { ...request, headers: { 'content-type': 'text/csv' } } }],
    ['another path', { request: { ...request, path: '/other' }, response: { status: 404, headers: {}, text: '404' } }],
    ['another method', { request: { ...request, method: 'PUT' }, response: createErrorResponse(405) }],
    ['an empty response', { response: { status: 503, headers: {} } }],
    ['an empty response that says so', { response: { status: 503, headers: { 'content-length': '0' } } }],
    ['too many requests', { response: createErrorResponse(429, {}, { ...json, 'retry-after': '0' }) }],
    ['an error that is null', { response: { status: 500, headers: json, body: null } }],
    ["an error of a proxy's", { response: { status: 502, headers: json, body: { error: 'down' } } }],
    ['an error without a message', { response: { status: 502, headers: json, body: { error: { type: 'down' } } } }],
    ['a success that is not JSON', { response: text(200, '<html>') }],
    ['a success that is null', { response: { status: 200, headers: json, body: null } }],
    ['a success without a result', { response: { status: 200, headers: json, body: { ok: true } } }],
    ['a redirect', { response: redirect }],
  ]
  return exchanges.map(([name, exchange]) => [name, toRecording(operation, exchange)])
}

const text = (status: number, content: string): Response => ({
  status,
  headers: { 'content-type': 'text/plain' },
  text: content,
})
