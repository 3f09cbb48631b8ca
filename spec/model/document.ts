import type { OpenApiDocument } from './openapi.ts'
import { splitPointer } from './pointers.ts'

/**
 * The value that a pointer such as `#/components/schemas/acs_credential` leads to.
 *
 * @throws {Error} An error that names the pointer, if nothing is there.
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
 * The object itself, or the target of its `$ref`. Fields beside the `$ref` replace those of the target.
 * In a schema, only annotations beside a `$ref` work like this; use `listParts` for its constraints.
 *
 * @throws {Error} An error that names the reference, if it leads nowhere or back to itself.
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

/**
 * `acs_credential` for `{ $ref: '#/components/schemas/acs_credential' }`; undefined if the object does not refer to a
 * component.
 */
export function componentName(object: { $ref?: string } | undefined): string | undefined {
  if (object?.$ref === undefined) return undefined
  const [section, , name, ...others] = splitPointer(object.$ref)
  return section === 'components' && others.length === 0 ? name : undefined
}
