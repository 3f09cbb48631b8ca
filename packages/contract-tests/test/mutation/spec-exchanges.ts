import { listOperations, resolve } from '../check.ts'
import { hashOperation } from '../operation-hash.ts'
import type { Json, Recording } from '../recording.ts'
import { isJson } from '../validators/check-body.ts'
import { listSecurityHeaders } from '../validators/check-request.ts'

/** Every example of the spec as one half of an exchange, with the headers that the spec has for it. */
export function toExchanges(contract: Json): Recording[] {
  return Object.entries<Json>(contract.paths).flatMap(([path, item]) =>
    Object.entries<Json>(listOperations(item)).flatMap(([method, operation]) => {
      const recorded: Recording['recorded'] = {
        source: 'synthetic',
        from: 'an example of the spec',
        at: '2026-11-22',
        operationHash: hashOperation(contract, path, method),
      }
      const requests = listMessages(contract, operation.requestBody).map((message) => ({
        method: method.toUpperCase(),
        path,
        ...message,
      }))
      const answers = Object.entries<Json>(operation.responses).flatMap(([status, answer]) =>
        listMessages(contract, answer).map((message) => ({ status: Number(status), ...message })),
      )
      return [
        ...requests.map((request) => ({ recorded, request, response: answers[0]! })),
        ...listSecurityHeaders(contract, operation).map((names) => {
          const headers = { ...requests[0]!.headers, ...Object.fromEntries(names.map((name) => [name, recorded.from])) }
          return { recorded, request: { ...requests[0]!, headers }, response: answers[0]! }
        }),
        ...answers.map((response) => ({ recorded, request: toCause(requests[0]!, response), response })),
      ]
    }),
  )
}

function listMessages(contract: Json, body: Json) {
  const { content = {}, headers = {} } = resolve(contract, body) ?? {}
  const sent = Object.entries<Json>(headers).map(([name, header]) => [
    name.toLowerCase(),
    resolve(contract, header).example,
  ])
  return Object.entries<Json>(content).flatMap(([type, { examples = {} }]) =>
    Object.values<Json>(examples).map((example) => ({
      headers: { 'content-type': type, ...Object.fromEntries(sent) } as Record<string, string>,
      [isJson(type) ? 'body' : 'text']: resolve(contract, example).value,
    })),
  )
}

/** A request that such an answer is for. */
function toCause(request: Recording['request'], { status, body, text }: Recording['response']): Recording['request'] {
  const { body: _, ...bare } = request
  if (status === 405) return { ...bare, method: 'GET', headers: {} }
  if (text !== undefined) return { ...bare, text: '{' }
  if (body.error?.type === 'invalid_content_type')
    return { ...bare, headers: { 'content-type': 'text/plain' }, text: '{}' }
  return body.error?.type === 'invalid_input' ? { ...request, body: {} } : request
}
