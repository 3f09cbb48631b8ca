import type { OpenApiDocument } from './openapi.ts'
import { splitPointer } from './pointers.ts'

/**
 * The value that a pointer such as `#/components/schemas/acs_credential` leads to.
 *
 * @throws {Error} that names the pointer when nothing is there.
 */
export function follow(document: OpenApiDocument, pointer: string): unknown {
  let node: unknown = pointer.startsWith('#') ? document : undefined
  for (const key of splitPointer(pointer)) {
    node = Object.hasOwn(Object(node), key) ? (node as Record<string, unknown>)[key] : undefined
  }
  if (node === undefined) throw new Error(`${pointer}: nothing is there. Refer to a component that exists.`)
  return node
}

/**
 * The object itself, or the one that its `$ref` leads to, with what stands beside the `$ref` in place of the target's.
 * Beside the `$ref` of a schema only annotations are read so; `listParts` gives constraints that stand there.
 *
 * @throws {Error} that names the reference when it leads nowhere or back to itself.
 */
export function resolve<T extends { $ref?: string }>(document: OpenApiDocument, object: T): T {
  const trail: string[] = []
  let resolved = object
  while (resolved?.$ref !== undefined) {
    const { $ref, ...beside } = resolved
    if (trail.includes($ref)) throw new Error(`${$ref}: refers to itself. Describe it in one of the places.`)
    trail.push($ref)
    resolved = { ...(follow(document, $ref) as T), ...beside }
  }
  return resolved
}

/** `acs_credential` for `{ $ref: '#/components/schemas/acs_credential' }`; undefined for what is no component. */
export function componentName(object: { $ref?: string } | undefined): string | undefined {
  if (object?.$ref === undefined) return undefined
  const [section, , name, ...others] = splitPointer(object.$ref)
  return section === 'components' && others.length === 0 ? name : undefined
}
