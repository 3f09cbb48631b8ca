import type { Json, Recording } from '../recording.ts'
import { checkBody, isEmpty, isJson, own, typeOf } from './check-body.ts'
import type { Validate } from './validate.ts'

/**
 * What is wrong with a request, each with its path. It has to be what the spec says unless it is refused for that;
 * then it has to be wrong in the way that the answer says.
 */
export function checkRequest(recording: Recording, operation: Json, validate: Validate): string[] {
  const { request, response } = recording
  const { content = {}, required = false } = operation.requestBody ?? {}
  const problems = () =>
    isEmpty(request) && !required && typeOf(request) === undefined
      ? []
      : checkBody('/request', request, content, validate)

  switch (findRefusal(response)) {
    case 'invalid_content_type':
      return own(content, typeOf(request) ?? '')
        ? [`/request/headers/content-type: the spec has ${typeOf(request)}, which the answer refuses`]
        : []
    case 'malformed':
      if (!own(content, typeOf(request) ?? '')) return problems()
      return isMalformed(request.text) ? [] : ['/request/text: is no malformed JSON, though the answer says so']
    case 'invalid_input':
      if (!own(content, typeOf(request) ?? '') || Object.hasOwn(request, 'text')) return problems()
      return problems().length > 0 || breaksDates(recording)
        ? []
        : ['/request/body: is valid, though the answer says that it is not']
    default:
      return [...problems(), ...checkPeriod(request.body)]
  }
}

/** What is wrong with a request according to its answer: a type of error that the spec can judge, or malformed JSON. */
export function findRefusal(response: Recording['response']): string | undefined {
  if (response.status !== 400) return undefined
  return isJson(typeOf(response)) ? response.body?.error?.type : 'malformed'
}

function isMalformed(text: string | undefined): boolean {
  if (text === undefined) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}

/** `ends_at` has to be in the future and after `starts_at`, which the spec's prose says and no JSON Schema can. */
function breaksDates({ recorded, request }: Recording): boolean {
  return checkPeriod(request.body).length > 0 || Date.parse(request.body?.ends_at) < Date.parse(recorded.at)
}

export function checkPeriod(body: Json): string[] {
  return Date.parse(body?.ends_at) <= Date.parse(body?.starts_at)
    ? ['/request/body/ends_at: is not after starts_at']
    : []
}

/**
 * Which request headers the spec does not have, and which it demands.
 * `authorization` is among the unknown ones: a key has no place in a recording.
 */
export function checkRequestHeaders({ request, response }: Recording, operation: Json, contract: Json): string[] {
  const parameters: string[] = (operation.parameters ?? [])
    .filter((parameter: Json) => parameter.in === 'header')
    .map((parameter: Json) => parameter.name.toLowerCase())
  const requirements = listSecurityHeaders(contract, operation)
  const known = new Set(['accept', 'content-type', ...parameters, ...requirements.flat()])
  const unknown = Object.keys(request.headers).filter((name) => !known.has(name))
  if (unknown.length > 0) return unknown.map((name) => `/request/headers/${name}: the spec has no such header`)
  const isEnough = requirements.some((names) => names.every((name) => Object.hasOwn(request.headers, name)))
  return requirements.length === 0 || isEnough || response.status === 401
    ? []
    : [`/request/headers: none of ${requirements.map((names) => names.join(' and ')).join(' or ')} is there`]
}

/** For each way to be let in, the headers other than `authorization` that it takes. */
export function listSecurityHeaders(contract: Json, operation: Json): string[][] {
  return (operation.security ?? contract.security ?? []).map((schemes: Json) =>
    Object.keys(schemes)
      .map((name) => own(contract.components.securitySchemes, name))
      .filter((scheme) => scheme?.type === 'apiKey' && scheme.in === 'header')
      .map((scheme) => scheme.name.toLowerCase()),
  )
}
