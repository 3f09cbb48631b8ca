import { createHashExchange, isJson, type Exchange, type Recording } from '@seam-acs/recorder/recording'
import {
  readOperations,
  type Content,
  type Json,
  type OpenApiDocument,
  type OperationResponse,
} from '@seam-acs/spec/model'
import { toStatus } from '../../../src/ledger/bodies.ts'
import { createRequest } from '../../../src/replay.ts'
import { createExample } from '../../../src/synthetic/example-value.ts'
import { listSecurityHeaders } from '../../../src/validators/check-request.ts'

/** Every example of the spec as one half of an exchange, with the headers that the spec has for it. */
export function toExchanges(contract: OpenApiDocument): Recording[] {
  const hashExchange = createHashExchange(contract)
  const exchanges = readOperations(contract).flatMap((operation): Exchange[] => {
    const { method, path } = operation
    const requests = listMessages(contract, operation.request?.contents).map((message) => ({
      method,
      path,
      ...message,
    }))
    const [request = createRequest(contract, operation)] = requests
    const responses = operation.responses.flatMap((response) => toResponses(contract, response))
    const granted = responses.find(({ status }) => status < 300)!
    return [
      ...requests.map((each) => ({ request: each, response: granted })),
      ...listSecurityHeaders(contract, operation.security).map((names) => {
        const headers = { ...request.headers, ...Object.fromEntries(names.map((name) => [name, 'a value'])) }
        return { request: { ...request, headers }, response: granted }
      }),
      ...responses.map((response) => ({ request: toCause(request, response), response })),
    ]
  })
  const recorded = { source: 'synthetic' as const, from: 'an example of the spec', at: '2026-11-22' }
  return exchanges.map((exchange) => ({
    recorded: { ...recorded, operationHash: hashExchange(exchange)! },
    ...exchange,
  }))
}

function toResponses(contract: OpenApiDocument, response: OperationResponse): Exchange['response'][] {
  const sent = response.headers.map(({ name, schema = {}, example }) => [
    name.toLowerCase(),
    String(example ?? createExample(contract, schema, name)),
  ])
  return listMessages(contract, response.contents).map(({ headers, ...body }) => ({
    status: toStatus(response),
    headers: { ...headers, ...Object.fromEntries(sent) },
    ...body,
  }))
}

function listMessages(contract: OpenApiDocument, contents: Content[] = []) {
  return contents.flatMap(({ mediaType, schema = {}, examples }) => {
    const values = examples.length > 0 ? examples.map(({ value }) => value as Json) : [createExample(contract, schema)]
    const headers: Record<string, string> = { 'content-type': mediaType }
    return values.map((value) => ({ headers, [isJson(mediaType) ? 'body' : 'text']: value }))
  })
}

/** A request that gets such a response. */
function toCause(request: Exchange['request'], { status, body, text }: Exchange['response']): Exchange['request'] {
  const { body: _, ...bare } = request
  if (status === 405) return { ...bare, method: 'GET', headers: {} }
  if (text !== undefined) return { ...bare, text: '{' }
  if (body.error?.type === 'invalid_content_type')
    return { ...bare, headers: { 'content-type': 'text/plain' }, text: '{}' }
  return body.error?.type === 'invalid_input' ? { ...request, body: null } : request
}
