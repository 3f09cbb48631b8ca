import type { Json } from '../contract.ts'

/** What `#/components/schemas/acs_credential` points to. */
export function resolvePointer(document: Json, pointer: string): Json {
  const keys = pointer.replace(/^#\//, '').split('/')
  return keys.reduce((node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
}

/** The objects that requests contain or refer to and answers do not. */
export function findRequestOnly(document: Json): Set<Json> {
  const operations: Json[] = Object.values<Json>(document.paths).flatMap((path) => Object.values<Json>(path))
  const collect = (side: string) =>
    operations.map((operation) => operation[side]).reduce(collector(document), new Set())
  const answers = collect('responses')
  return new Set([...collect('requestBody')].filter((node) => !answers.has(node)))
}

function collector(document: Json) {
  return function collect(reached: Set<Json>, node: Json): Set<Json> {
    if (!node || typeof node !== 'object' || reached.has(node)) return reached
    reached.add(node)
    if (typeof node.$ref === 'string') collect(reached, resolvePointer(document, node.$ref))
    return Object.values<Json>(node).reduce(collect, reached)
  }
}
