import type { Json, Parameter, Usage } from '../change.ts'
import { enter, enterEach, follow, type OpenApi, type Place } from '../document/document.ts'
import { asArray, type JsonObject } from '../document/json.ts'

/** One place at which a value crosses the wire, and the schema that it must satisfy. */
export interface Site {
  usage: Usage
  schema: Json
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** Every body, parameter and response header of a document, by a key that is the same in another version of it. */
export function listSites(document: OpenApi): Map<string, Site> {
  const sites = new Map<string, Site>()
  for (const [template, item] of enterEach(document, { node: document.root['paths'] ?? {}, pointer: '/paths' })) {
    for (const [method, operation] of enterEach(document, item)) {
      if (!METHODS.includes(method)) continue
      const name = `${method.toUpperCase()} ${template}`
      for (const [key, site] of listOperation(document, name, item, operation)) {
        sites.set(key.replaceAll(/\{[^}]*\}/g, '{}'), site)
      }
    }
  }
  return sites
}

function* listOperation(
  document: OpenApi,
  operation: string,
  item: Place<JsonObject>,
  place: Place<JsonObject>,
): Generator<[string, Site]> {
  for (const owner of [item, place]) {
    for (const node of asArray(owner.node['parameters'])) {
      const found = follow(document, { node, pointer: '' })?.node
      if (found?.['schema'] === undefined || found['in'] === 'path') continue
      const parameter = { in: found['in'], name: String(found['name']) } as Parameter
      yield toSite({ operation, side: 'request', parameter, steps: [] }, found['schema'])
    }
  }
  const body = enter(document, place, 'requestBody', 'content')
  yield* listContent(document, body, { operation, side: 'request', steps: [] })
  for (const [status, response] of enterEach(document, enter(document, place, 'responses'))) {
    const usage: Usage = { operation, side: 'response', status, steps: [] }
    yield* listContent(document, enter(document, response, 'content'), usage)
    for (const [name, header] of enterEach(document, enter(document, response, 'headers'))) {
      const { schema } = header.node
      if (schema !== undefined) yield toSite({ ...usage, parameter: { in: 'header', name: name.toLowerCase() } }, schema)
    }
  }
}

function* listContent(document: OpenApi, content: Place | undefined, usage: Usage): Generator<[string, Site]> {
  for (const [mediaType, { node }] of enterEach(document, content)) {
    const name = mediaType.split(';')[0]!.trim().toLowerCase()
    if (node['schema'] !== undefined) yield toSite({ ...usage, mediaType: name }, node['schema'])
  }
}

function toSite(usage: Usage, schema: Json): [string, Site] {
  const { parameter } = usage
  const key = [usage.operation, usage.side, usage.status, usage.mediaType, parameter?.in, parameter?.name].join(' | ')
  return [key, { usage, schema }]
}
