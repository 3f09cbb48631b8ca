import { isJson, mediaTypeOf, type Recording } from '@seam-acs/recorder/recording'
import type { Json, OpenApiDocument, Operation } from '@seam-acs/spec/model'
import { checkBody, findContent, isBare } from './check-body.ts'
import type { Validate } from './validate.ts'

/**
 * The problems of a request, each with its path. A request has to match the spec, unless the server rejected it as
 * invalid; then it has to be invalid in the way that the response says.
 */
export function checkRequest(recording: Recording, { request: described }: Operation, validate: Validate): string[] {
  const { request, response } = recording
  const { contents = [], required = false } = described ?? {}
  const isKnown = findContent(contents, request) !== undefined
  const problems = () => (isBare(request) && !required ? [] : checkBody('/request', request, contents, validate))
  const rejection = findRejection(response)
  // A spec without a request body cannot say what is wrong with one.
  if (rejection && !described) return []

  switch (rejection) {
    case 'invalid_content_type':
      return isKnown
        ? [`/request/headers/content-type: the spec has ${mediaTypeOf(request.headers)}, which the response rejects`]
        : []
    case 'malformed':
      if (!isKnown) return problems()
      return isMalformed(request.text) ? [] : ['/request/text: is valid JSON, though the response says that it is not']
    case 'invalid_input':
      if (!isKnown || Object.hasOwn(request, 'text')) return problems()
      return problems().length > 0 || breaksDates(recording)
        ? []
        : ['/request/body: is valid, though the response says that it is not']
    default:
      return [...problems(), ...checkPeriod(request.body)]
  }
}

/** What a response rejects in its request: a type of error that the spec can confirm, or malformed JSON. */
export function findRejection({ status, headers, body }: Recording['response']): string | undefined {
  if (status !== 400) return undefined
  return isJson(mediaTypeOf(headers)) ? body?.error?.type : 'malformed'
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

/** Whether a request breaks the rule that a period ends in the future and after its start, which JSON Schema cannot express. */
function breaksDates({ recorded, request }: Recording): boolean {
  return checkPeriod(request.body).length > 0 || Date.parse(request.body?.ends_at) < Date.parse(recorded.at)
}

function checkPeriod(body: Json): string[] {
  return Date.parse(body?.ends_at) <= Date.parse(body?.starts_at)
    ? ['/request/body/ends_at: is not after starts_at']
    : []
}

/**
 * The headers of a request that the spec does not have, or that it requires.
 * `authorization` counts as unknown, because a recording must not contain a key.
 */
export function checkRequestHeaders(
  { request, response }: Recording,
  contract: OpenApiDocument,
  { parameters, security }: Pick<Operation, 'parameters' | 'security'>,
): string[] {
  const names = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase())
  const requirements = listSecurityHeaders(contract, security)
  const known = new Set(['accept', 'content-type', ...names, ...requirements.flat()])
  const unknown = Object.keys(request.headers).filter((name) => !known.has(name))
  if (unknown.length > 0) return unknown.map((name) => `/request/headers/${name}: the spec has no such header`)
  const isEnough = requirements.some((needed) => needed.every((name) => Object.hasOwn(request.headers, name)))
  return requirements.length === 0 || isEnough || response.status === 401
    ? []
    : [`/request/headers: needs ${requirements.map((needed) => needed.join(' and ')).join(' or ')}`]
}

/** For each way to authenticate, the headers other than `authorization` that it takes. */
export function listSecurityHeaders(contract: OpenApiDocument, security: Operation['security'] = []): string[][] {
  const schemes = new Map(Object.entries(contract.components?.securitySchemes ?? {}))
  return security.map((requirement) =>
    Object.keys(requirement).flatMap((scheme) => {
      const { type, in: place, name } = schemes.get(scheme) ?? {}
      return type === 'apiKey' && place === 'header' && name ? [name.toLowerCase()] : []
    }),
  )
}
