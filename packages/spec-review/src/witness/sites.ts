import type { Json, Parameter, Usage } from '../change.ts'
import { nameParametersByPlace } from '../document/base-path.ts'
import {
  enter,
  enterEach,
  follow,
  listOperations,
  type OpenApi,
  type Operation,
  type Place,
} from '../document/document.ts'
import { asArray, asText } from '../document/json.ts'
import { normaliseMediaType } from '../document/media-type.ts'

/** One place at which a value crosses the wire, and the schema that it must satisfy. */
export interface Site {
  usage: Usage
  schema: Json
}

/**
 * Every body, parameter and response header of a document, by a key that is the same in another version of it.
 *
 * @param basePath What the servers add in front of the paths, where the other version has it in the paths.
 */
export function listSites(document: OpenApi, basePath: string): Map<string, Site> {
  const sites = listOperations(document).flatMap((operation) => {
    const key = nameParametersByPlace(operation.name.replace(' ', ` ${basePath}`))
    return [...listOperation(document, operation)].map(([place, site]): [string, Site] => [`${key} | ${place}`, site])
  })
  return new Map(sites)
}

function* listOperation(
  document: OpenApi,
  { name: operation, template, item, operation: place }: Operation,
): Generator<[string, Site]> {
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  for (const owner of [item, place]) {
    for (const node of asArray(owner.node['parameters'])) {
      const found = follow(document, { node, pointer: '' })?.node
      if (found?.['schema'] === undefined) continue
      const parameter = { in: asText(found['in']), name: asText(found['name']) } as Parameter
      const position = parameter.in === 'path' ? String(names.indexOf(parameter.name)) : parameter.name
      yield toSite({ operation, side: 'request', parameter, steps: [] }, found['schema'], position)
    }
  }
  const body = enter(document, place, 'requestBody', 'content')
  yield* listContent(document, body, { operation, side: 'request', steps: [] })
  for (const [status, response] of enterEach(document, enter(document, place, 'responses'))) {
    const code = /^\dxx$/.test(status) ? status.toUpperCase() : status
    const usage: Usage = { operation, side: 'response', status: code, steps: [] }
    yield* listContent(document, enter(document, response, 'content'), usage)
    for (const [key, header] of enterEach(document, enter(document, response, 'headers'))) {
      const { schema } = header.node
      const name = key.toLowerCase()
      if (schema !== undefined) yield toSite({ ...usage, parameter: { in: 'header', name } }, schema, name)
    }
  }
}

function* listContent(document: OpenApi, content: Place | undefined, usage: Usage): Generator<[string, Site]> {
  for (const [mediaType, { node }] of enterEach(document, content)) {
    const name = normaliseMediaType(mediaType)
    if (node['schema'] !== undefined) yield toSite({ ...usage, mediaType: name }, node['schema'])
  }
}

function toSite(usage: Usage, schema: Json, position = ''): [string, Site] {
  const key = [usage.side, usage.status, usage.mediaType, usage.parameter?.in, position].join(' | ')
  return [key, { usage, schema }]
}
