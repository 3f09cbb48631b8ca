import type { OpenApi } from './document.ts'
import { enterEach } from './document.ts'
import { asArray, asObject, asText } from './json.ts'

/** What each document's servers add in front of its paths, where paths have to be compared with it. */
export interface BasePaths {
  base: string
  head: string
}

/** A part of the address can move from the servers to the paths, or back: whichever reading matches more paths is meant. */
export function readBasePaths(base: OpenApi, head: OpenApi): BasePaths {
  const none = { base: '', head: '' }
  const moved = { base: readBasePath(base), head: readBasePath(head) }
  if (moved.base === moved.head) return none
  return countShared(base, head, moved) > countShared(base, head, none) ? moved : none
}

/** The path that all servers share; empty where they differ, or where variables stand in it. */
function readBasePath({ root }: OpenApi): string {
  const paths = asArray(root['servers']).map((server) => {
    const [, path = ''] = /^(?:\w+:\/\/[^/]*)?(\/.*)?$/.exec(asText(asObject(server)['url'])) ?? []
    return path.replace(/\/+$/, '')
  })
  const [first = '', ...others] = paths
  return others.some((path) => path !== first) || first.includes('{') ? '' : first
}

function countShared(base: OpenApi, head: OpenApi, prefixes: BasePaths): number {
  const [before, after] = [listTemplates(base, prefixes.base), listTemplates(head, prefixes.head)]
  return before.intersection(after).size
}

const listTemplates = (document: OpenApi, prefix: string) =>
  new Set([...enterEach(document, rootOf(document))].map(([template]) => nameParametersByPlace(prefix + template)))

const rootOf = ({ root }: OpenApi) => ({ node: root['paths'] ?? {}, pointer: '/paths' })

/** The name of a path parameter is not part of the URL. */
export function nameParametersByPlace(template: string): string {
  return template.replaceAll(/\{[^}]*\}/g, '{}')
}
