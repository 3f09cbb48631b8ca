import contract from '@seam-acs/spec' with { type: 'json' }
import { resolve } from './check.ts'
import type { Json, Recording } from './recording.ts'

type Request = Recording['request']
type Response = Recording['response']

const [path, operation] = Object.entries<Json>(contract.paths)[0]!
const { examples } = operation.post.requestBody.content['application/json']
const json = { 'content-type': 'application/json' }
const text = { 'content-type': 'text/plain' }
const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
const identified = { ...json, 'seam-request-id': requestId }

const request: Request = {
  method: 'POST',
  path,
  headers: json,
  body: resolve(contract, Object.values(examples)[0]).value,
}
const [answer] = Object.values<Json>(operation.post.responses[200].content['application/json'].examples)
const success: Response = { status: 200, headers: identified, body: resolve(contract, answer).value }

/** A refusal of the API. */
export function refuse(status: number, more: object = {}, headers: Record<string, string> = json): Response {
  return { status, headers, body: { error: { type: 'invalid_input', message: 'No.', ...more }, ok: false } }
}

/** Answers that the spec need not know, and requests that no method sends: the client has to cope with them all the same. */
export const exchanges: [name: string, exchange: { request?: Request; response?: Response }][] = [
  ['a success', {}],
  ['a refusal with a request id in its body', { response: refuse(400, { request_id: requestId }) }],
  ['a refusal with a request id in its headers', { response: refuse(401, { request_id: 'other' }, identified) }],
  ['a refusal with validation errors', { response: refuse(400, { validation_errors: { a: { _errors: ['No.'] } } }) }],
  ['a refusal with more data', { response: refuse(404, { data: { count: 5, is_new: false } }) }],
  ['a refusal with an unknown status', { response: refuse(418) }],
  [
    'malformed JSON',
    { request: { ...withText('{"a'), headers: json }, response: { ...withText('No JSON'), status: 400 } },
  ],
  ['another content type', { request: { ...request, headers: { 'content-type': 'text/csv' } } }],
  ['another path', { request: { ...request, path: '/other' }, response: { status: 404, headers: {}, text: '404' } }],
  ['another method', { request: { ...request, method: 'PUT' }, response: refuse(405) }],
  ['an empty answer', { response: { status: 503, headers: {} } }],
  ['an empty answer that says so', { response: { status: 503, headers: { 'content-length': '0' } } }],
  ['too many requests', { response: refuse(429, {}, { ...json, 'retry-after': '0' }) }],
  ['an error that is null', { response: { status: 500, headers: json, body: null } }],
  ["an error of a proxy's", { response: { status: 502, headers: json, body: { error: 'down' } } }],
  ['an error without a message', { response: { status: 502, headers: json, body: { error: { type: 'down' } } } }],
  ['a success that is no JSON', { response: { ...withText('<html>'), status: 200 } }],
  ['a success that is null', { response: { status: 200, headers: json, body: null } }],
  ['a success without a result', { response: { status: 200, headers: json, body: { ok: true } } }],
  ['a redirect', { response: { status: 307, headers: { location: 'http://127.0.0.1:9/' }, text: 'There.' } }],
]

function withText(content: string): { method: string; path: string; headers: Record<string, string>; text: string } {
  return { method: 'POST', path, headers: text, text: content }
}

/** An exchange as a recording. */
export function toRecording(exchange: { request?: Request; response?: Response }): Recording {
  return {
    recorded: { source: 'synthetic', from: 'a test', at: '2026-11-22' },
    request,
    response: success,
    ...exchange,
  }
}
