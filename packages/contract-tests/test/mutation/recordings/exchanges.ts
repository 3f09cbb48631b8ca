import { isJson, mediaTypeOf, type Recording } from '@seam-acs/recorder/recording'
import { findResponse, readOperations, type Json, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'
import { mustMatchSpec } from '../../../src/check.ts'
import { isBare } from '../../../src/validators/check-body.ts'
import { findRejection } from '../../../src/validators/check-request.ts'
import type { Mutant } from '../mutant.ts'

type Side = 'request' | 'response'
const types = ['text/html', 'application/xml', 'application/problem+json', 'multipart/form-data']

/** The operations of the path of a recording; none if it need not match the spec. */
export const listBinding = (contract: OpenApiDocument, recording: Recording): Operation[] =>
  mustMatchSpec(recording) ? readOperations(contract).filter(({ path }) => path === recording.request.path) : []

/** What no schema of a body sees: methods, paths, status codes, headers, and which body goes with which. */
export function* mutateExchange(
  contract: OpenApiDocument,
  recording: Recording,
  others: Recording[],
): Generator<Mutant> {
  const { recorded, request, response } = recording
  const paths = Object.keys(contract.paths ?? {})
  const binding = listBinding(contract, recording)
  const isEvidence = binding.length === 0
  const rejection = findRejection(response)
  const change = (operator: string, side: 'recorded' | Side, name: string, value: Json): Mutant => ({
    operator,
    at: `/${side}/${name}`,
    recording: { ...recording, [side]: { ...recording[side], [name]: value } },
  })
  const withHeaders = (operator: string, side: Side, name: string, value: string | undefined) => {
    const headers: Json = { ...recording[side].headers, [name]: value }
    if (value === undefined) delete headers[name]
    return change(operator, side, 'headers', headers)
  }

  for (const side of ['request', 'response'] as const) yield* mutateMessage(side)
  if (isEvidence) {
    for (const source of ['documentation', 'live', 'synthetic'])
      yield change('wrong source', 'recorded', 'source', source)
    if (!paths.includes(request.path)) yield change('wrong hash', 'recorded', 'operationHash', '0123456789abcdef')
  } else yield* mutateMatching(binding.find(({ method }) => method === request.method) ?? binding[0]!)

  function* mutateMessage(side: Side): Generator<Mutant> {
    const message: Recording[Side] = recording[side]
    for (const name of ['authorization', 'cookie', 'set-cookie', 'x-powered-by']) {
      yield withHeaders('undocumented header', side, name, 'x')
    }
    yield withHeaders('header twice', side, 'Content-Type', 'application/json')
    // Nothing says what the request of another path has to be.
    if (isEvidence && side === 'request') return
    const { body, text: _, ...bare } = message
    // A spec without a request body cannot say what is wrong with one.
    const isUndescribed = rejection !== undefined && !binding.some((operation) => operation.request)
    const isFree = side === 'request' && (rejection === 'invalid_content_type' || isUndescribed)
    if (!isFree) for (const type of types) yield withHeaders('wrong content type', side, 'content-type', type)
    if (!isJson(mediaTypeOf(message.headers)) || isFree) return
    yield withHeaders('no content type', side, 'content-type', undefined)
    if (body === undefined) return
    yield change('body as text', side, 'text', JSON.stringify(body))
    const cut = { ...bare, text: JSON.stringify(body).slice(0, -1) }
    if (side === 'response' || rejection === undefined) {
      yield { operator: 'truncated body', at: `/${side}/text`, recording: { ...recording, [side]: cut } }
      yield { operator: 'no body', at: `/${side}/body`, recording: { ...recording, [side]: bare } }
      const isNothing = side === 'request' ? response.status === 405 : response.status >= 500
      const { 'content-type': _type, ...headers } = bare.headers
      const nothing = { ...recording, [side]: { ...bare, headers } }
      if (!isNothing) yield { operator: 'nothing', at: `/${side}`, recording: nothing }
    }
  }

  function* mutateMatching(operation: Operation): Generator<Mutant> {
    const described = findResponse(operation, response.status)
    const documented = (described?.headers ?? []).map(({ name }) => name.toLowerCase())
    for (const name of ['retry-after', 'seam-request-id', 'location']) {
      if (!documented.includes(name)) yield withHeaders('undocumented header', 'response', name, '1')
    }
    if (!described?.contents.some(({ mediaType }) => mediaType === 'text/plain')) {
      const headers = { ...response.headers, 'content-type': 'text/plain' }
      const plain = { status: response.status, headers, text: JSON.stringify(response.body ?? 'x') }
      yield { operator: 'plain text', at: '/response', recording: { ...recording, response: plain } }
    }
    for (const method of ['DELETE', 'GET', 'PATCH', 'POST', 'PUT']) {
      const isDescribed = binding.some((each) => each.method === method)
      if (isDescribed === (response.status === 405)) yield change('wrong method', 'request', 'method', method)
    }
    for (const path of [`${request.path}/`, `${request.path}s`, request.path.toUpperCase(), '/']) {
      if (recorded.source !== 'vendor-fake' && !paths.includes(path))
        yield change('wrong path', 'request', 'path', path)
    }
    for (const status of [200, 201, 204, 301, 400, 401, 402, 405, 418, 501, 599]) {
      const isOtherKind = status < 400 !== response.status < 400 || (status === 405) !== (response.status === 405)
      const isUnknown = !findResponse(operation, status)
      if (status !== response.status && (isOtherKind || isUnknown)) {
        yield change('wrong status', 'response', 'status', status)
      }
    }
    const other = others.find((each) => each.response.status < 400 !== response.status < 400 && !isBare(each.response))
    if (other?.response.body) yield change('response of another status', 'response', 'body', other.response.body)
    const { operationHash: _, ...unhashed } = recorded
    if (recorded.source !== 'vendor-fake')
      yield { operator: 'no hash', at: '/recorded', recording: { ...recording, recorded: unhashed } }

    // A request whose period ends in the past may be rejected because of it.
    const valid = others.find(
      (each) => each.request.path === request.path && each.response.status < 300 && !each.request.body?.ends_at,
    )
    if (valid && rejection && operation.request) {
      yield { operator: 'rejected without reason', at: '/request', recording: { ...recording, request: valid.request } }
    }
    const { starts_at: start, ends_at: end } = request.body ?? {}
    if (rejection || start === undefined || end === undefined) return
    for (const [starts_at, ends_at] of [
      [end, start],
      [start, start],
    ]) {
      yield change('ends before it starts', 'request', 'body', { ...request.body, starts_at, ends_at })
    }
  }
}
