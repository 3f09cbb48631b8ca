import { follow, toPointer, type OpenApiDocument } from '@seam-acs/spec/model'
import { DocumentError } from './document-error.ts'
import { holdsNames, isData } from './data.ts'

/** @throws {DocumentError} that lists the references that lead nowhere, and those through which a schema is made of itself. */
export function rejectBadReferences(document: OpenApiDocument): void {
  const faults = new Set<string>()
  visit(document, [], false)
  if (faults.size > 0)
    throw new DocumentError(`The reference cannot follow these references:\n${[...faults].join('\n')}`)

  function visit(node: unknown, keys: string[], areNames: boolean): void {
    if (typeof node !== 'object' || node === null) return
    const { $ref } = node as { $ref?: unknown }
    if (typeof $ref === 'string' && !areNames) checkReference($ref, node, keys)
    if (keys.length === 3 && keys[1] === 'schemas') checkComposition(toPointer(keys), node)
    for (const [key, child] of Object.entries(node)) {
      if (!isData(key, child, areNames)) visit(child, [...keys, key], !areNames && holdsNames(key))
    }
  }

  function checkReference($ref: string, node: object, keys: string[]): void {
    try {
      const trail = [node]
      for (let target: unknown = node; typeof target === 'object' && target && '$ref' in target;) {
        target = follow(document, String(target.$ref))
        if (trail.includes(target as object)) throw new Error(`${$ref}: leads back to itself, so it describes nothing.`)
        trail.push(target as object)
      }
    } catch (error) {
      faults.add(`  \`$ref\` at ${toPointer(keys)}: ${(error as Error).message}`)
    }
  }

  /** A schema may hold others of its kind in a property, but not be all, or one, of itself. */
  function checkComposition(pointer: string, schema: unknown): void {
    const search = (node: unknown, trail: unknown[]): string | undefined => {
      if (typeof node !== 'object' || node === null) return undefined
      if (node === schema && trail.length > 0) return ''
      if (trail.includes(node)) return undefined
      const inside = [...trail, node]
      const { $ref, ...others } = node as Record<string, unknown>
      if (typeof $ref === 'string') {
        const found = search(find($ref), inside)
        if (found !== undefined) return found
      }
      for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
        for (const part of Array.isArray(others[keyword]) ? others[keyword] : []) {
          const found = search(part, inside)
          if (found !== undefined) return keyword
        }
      }
      return undefined
    }
    const keyword = search(schema, [])
    if (keyword) {
      faults.add(`  \`${keyword}\` at ${pointer}: the schema is composed of itself, so it describes nothing.`)
    }
  }

  function find($ref: string): unknown {
    try {
      return follow(document, $ref)
    } catch {
      // Reported at its own place.
      return undefined
    }
  }
}
