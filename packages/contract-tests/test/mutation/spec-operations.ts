import { methods, type Json } from '@seam-acs/spec/model'
import type { Change, Path } from './spec-change.ts'

/** Changes to paths, methods, bodies, status codes, content types, headers and security. */
export function* mutateOperations(contract: Json): Generator<Change> {
  const { paths, components } = contract
  yield* mutateNames('path', paths, ['paths'], (path) => `${path}s`)
  for (const [path, item] of Object.entries<Json>(paths)) {
    yield* mutateNames('method', item, ['paths', path], (method) => (method === 'put' ? 'patch' : 'put'))
    for (const method of methods) {
      const operation = item[method]
      if (!operation) continue
      const at = ['paths', path, method]
      yield* mutateSecurity(operation.security, [...at, 'security'])
      if (operation.requestBody) {
        yield ['drop requestBody', [...at, 'requestBody'], undefined]
        yield ['requestBody is optional', [...at, 'requestBody', 'required'], false]
        yield* mutateContent(operation.requestBody, [...at, 'requestBody'], contract)
      }
      yield* mutateNames('status', operation.responses, [...at, 'responses'], (status) => `${Number(status) + 2}`)
      for (const [status, response] of Object.entries<Json>(operation.responses)) {
        const here = [...at, 'responses', status]
        yield* response.$ref ? swapResponse(response, here, contract) : mutateContent(response, here, contract)
      }
    }
  }
  for (const [name, response] of Object.entries<Json>(components.responses ?? {})) {
    yield* mutateContent(response, ['components', 'responses', name], contract)
  }
  for (const name of Object.keys(components.headers ?? {})) {
    const at = ['components', 'headers', name, 'schema']
    yield ['retype header', [...at, 'type'], 'integer']
    yield ['narrow header', [...at, 'format'], 'date']
    yield ['other type of header', [...at, 'type'], 'boolean']
  }
  yield* mutateSecurity(contract.security, ['security'])
  for (const [name, scheme] of Object.entries<Json>(components.securitySchemes ?? {})) {
    const at = ['components', 'securitySchemes', name]
    yield ['drop security scheme', at, undefined]
    if (scheme.scheme) yield ['alter security scheme', [...at, 'scheme'], 'basic']
    if (scheme.name) yield ['rename header of security scheme', [...at, 'name'], `${scheme.name}s`]
    if (scheme.in) yield ['move security scheme', [...at, 'in'], 'query']
  }
}

function* mutateNames(what: string, object: Json, at: Path, rename: (name: string) => string): Generator<Change> {
  for (const [name, value] of Object.entries<Json>(object)) {
    const { [name]: _, ...others } = object
    yield [`drop ${what}`, [...at, name], undefined]
    yield [`rename ${what}`, at, { ...others, [rename(name)]: value }]
  }
}

function* mutateContent(body: Json, at: Path, contract: Json): Generator<Change> {
  yield* mutateNames('content type', body.content ?? {}, [...at, 'content'], (type) => `${type}s`)
  yield* mutateNames('header', body.headers ?? {}, [...at, 'headers'], (name) => `${name}s`)
  for (const [type, media] of Object.entries<Json>(body.content ?? {})) {
    const here = [...at, 'content', type, 'schema']
    yield ['drop schema of body', here, undefined]
    const others = Object.keys(contract.components.schemas)
      .map((name) => `#/components/schemas/${name}`)
      .filter(($ref) => $ref !== media.schema.$ref && /re(quest|sponse)$/.test($ref))
    for (const $ref of others) yield ['other schema of body', here, { $ref }]
    if (media.schema.type) yield ['retype body', [...here, 'type'], 'integer']
  }
}

function* swapResponse({ $ref }: Json, at: Path, contract: Json): Generator<Change> {
  const others = Object.keys(contract.components.responses ?? {}).map((name) => `#/components/responses/${name}`)
  for (const other of others) if (other !== $ref) yield ['other response', at, { $ref: other }]
}

function* mutateSecurity(requirements: Json[] = [], at: Path): Generator<Change> {
  yield ['drop security', at, undefined]
  for (const [index, schemes] of requirements.entries()) {
    yield ['drop alternative of security', at, requirements.toSpliced(index, 1)]
    for (const name of Object.keys(schemes)) yield ['drop scheme of security', [...at, index, name], undefined]
  }
}
