import type { Body, Context, Location } from './redocly.ts'

interface Followed<Node> {
  /** Undefined if a `$ref` leads nowhere, which `no-unresolved-refs` reports. */
  node: Node | undefined
  location: Location
}

/** The target of a `$ref`, or the node itself, with its place. */
export const follow = <Node>(node: Node | undefined, location: Location, context: Context): Followed<Node> => {
  const resolved = context.resolve(node, location.source.absoluteRef)
  if (resolved.node === node) return { node, location }
  return { node: resolved.node as Node | undefined, location: resolved.location ?? location }
}

/** The responses whose status starts with one of the digits. */
export const listResponses = (responses: Record<string, Body>, digits: string, location: Location, context: Context) =>
  Object.entries(responses)
    .filter(([status]) => digits.includes(status.slice(0, 1)))
    .flatMap(([status, response]) => {
      const { node, location: place } = follow(response, location.child(status), context)
      return node ? [{ status, content: node.content ?? {}, location: place.child('content') }] : []
    })
