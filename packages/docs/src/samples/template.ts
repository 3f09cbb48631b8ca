import { camelCase, componentName, type Result } from '@seam-acs/spec/model'
import { findErrorType } from '../contract/operations/error-type.ts'
import { constraints } from '../contract/document/keywords.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import type { Scenario } from '../contract/operations/scenario.ts'
import type { Scheme } from '../contract/operations/security.ts'
import { isOwnApi } from '../contract/document/document.ts'
import type { Property, Shape } from '../contract/schemas/shape.ts'
import { keptVersions } from '../contract/document/versions.ts'
import { listSamples } from './index.ts'
import {
  fillTemplate,
  type Credential,
  type RequestTemplate,
  type RequestValues,
  type Sample,
  type SampleContent,
  type SampleResult,
} from './request.ts'

/** What the samples of an operation have in common. It is made at the build, from the contract. */
export function toTemplate(operation: DescribedOperation): RequestTemplate {
  const { method, server, path, parameters, security, success } = operation
  const content = readContent(operation)
  const isHouse = isOwnApi && method === 'POST' && parameters.length === 0 && (!content || content.kind === 'json')
  const [schemes = []] = security
  return {
    method,
    server,
    path,
    names: isHouse && operation.names.length > 0 ? operation.names : undefined,
    parameters: parameters.map(({ property, in: place, style, explode }) => ({
      name: property,
      in: place,
      style,
      explode,
    })),
    credentials: schemes.flatMap(toCredential),
    content,
    result: { ...toResult(operation.result), isJson: success?.schema !== undefined },
    isPublished: keptVersions.length > 0,
    hasErrorType: operation.responses.some(({ contents }) => contents.some(({ shape }) => findErrorType(shape))),
    requestId: [...operation.responses]
      .flatMap(({ headers }) => headers.map(({ property }) => property))
      .find((name) => /request-id$/i.test(name)),
  }
}

/** The values of an example, and of the parameters those that the description has for them. */
export const toValues = ({ parameters }: DescribedOperation, { value }: Pick<Scenario, 'value'>): RequestValues => {
  const given: RequestValues['parameters'] = {}
  for (const { in: place, property, example } of parameters) (given[place] ??= {})[property] = example
  return { parameters: given, body: value }
}

/** The environment variables in which the samples expect the reader's secrets. */
export const listVariables = (operation: DescribedOperation): string[] =>
  toTemplate(operation).credentials.flatMap((credential) =>
    credential.kind === 'basic' ? [credential.user, credential.password] : [credential.variable],
  )

/** A sample for each example of an operation, or the only one for an operation that has none. */
export function writeAll({ write }: Sample, operation: DescribedOperation): string[] {
  const template = toTemplate(operation)
  return listScenarios(operation).map((scenario) => write(fillTemplate(template, toValues(operation, scenario))))
}

const listScenarios = ({ scenarios }: DescribedOperation): Pick<Scenario, 'value'>[] =>
  scenarios.length > 0 ? scenarios : [{ value: undefined }]

/** Those that can call an operation. */
export const listSamplesOf = (operation: DescribedOperation) => listSamples(toTemplate(operation))

function toResult(result: Result): Omit<SampleResult, 'isJson'> {
  const { kind } = result
  switch (kind) {
    case 'one':
    case 'list':
      return { kind, key: result.key, variable: camelCase(result.key) }
    case 'page':
      return { kind, key: result.key, variable: camelCase(componentName(result.items) ?? 'item') }
    case 'none':
    case 'object':
      return { kind, key: undefined, variable: 'result' }
  }
}

/** `SEAM_API_KEY` for `api_key` of this API, `API_ACCOUNT` for `account` of another one. */
function nameVariable(id: string): string {
  const words = id
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/\W+/g, '_')
    .toUpperCase()
  if (isOwnApi) return `SEAM_${words}`
  return words.startsWith('API_') ? words : `API_${words}`
}

function toCredential({ id, type, scheme = '', in: place, name }: Scheme): Credential[] {
  const variable = nameVariable(id)
  if (type === 'mutualTLS') return []
  if (type === 'apiKey') {
    return [{ kind: 'key', in: place as 'header', name: name!, prefix: '', variable }]
  }
  if (scheme.toLowerCase() === 'basic') {
    return [{ kind: 'basic', user: `${variable}_USER`, password: `${variable}_PASSWORD` }]
  }
  const word = type === 'http' && scheme.toLowerCase() !== 'bearer' ? scheme : 'Bearer'
  return [{ kind: 'key', in: 'header', name: 'Authorization', prefix: `${word} `, variable }]
}

function readContent({ body }: DescribedOperation): SampleContent | undefined {
  const [content] = body?.contents ?? []
  if (!content) return undefined
  const { shape } = content
  const mediaType = content.mediaType.includes('*') ? chooseType(shape) : content.mediaType
  const kind = readKind(mediaType, shape)
  return { kind, mediaType, files: kind === 'multipart' ? listFiles(shape) : [] }
}

/** What is sent where the document names only a range of media types. */
function chooseType(shape: Shape | undefined): string {
  if (!shape || shape.type === 'any' || shape.type === 'string<binary>') return 'application/octet-stream'
  return shape.type.startsWith('string') ? 'text/plain' : 'application/json'
}

function readKind(mediaType: string, shape: Shape | undefined): SampleContent['kind'] {
  const type = mediaType.toLowerCase().replace(/ *;.*/, '')
  if (/^application\/(?:.*\+)?json$/.test(type)) return 'json'
  if (type === 'application/x-www-form-urlencoded') return 'form'
  if (type.startsWith('multipart/')) return 'multipart'
  const isText = shape?.type.startsWith('string') && shape.type !== 'string<binary>'
  return isText || /^text\/|[/+](?:xml|yaml)$/.test(type) ? 'text' : 'file'
}

/** The fields that hold what no text does. */
const listFiles = (shape: Shape | undefined) =>
  (shape?.groups ?? []).flatMap(({ properties }) => properties.filter(isFile).map(({ property }) => property))

const isFile = (property: Property): boolean => {
  const { type, facts } = property.items ?? property
  return type === 'string<binary>' || facts.some(({ label }) => label === constraints.contentMediaType)
}
