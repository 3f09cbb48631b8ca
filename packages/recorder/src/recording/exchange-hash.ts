import { createHash } from 'node:crypto'
import type { Json } from './recording.ts'

const annotations = new Set(['description', 'summary', 'title', 'example', 'examples', 'tags', 'x-enumDescriptions'])

/**
 * The first 16 hexadecimal digits of the SHA-256 of what an operation demands, wording and examples left out.
 * A recording whose hash differs was made under another contract.
 */
export function hashOperation(contract: Json, path: string, method: string): string {
  const seen = new Set<string>()
  const reached: Json[] = []
  const strip = (node: Json, isNames: boolean): Json => {
    if (Array.isArray(node)) return node.map((item) => strip(item, false))
    if (typeof node !== 'object' || node === null) return node
    if (typeof node.$ref === 'string') reach(node.$ref)
    const names = Object.keys(node).filter((name) => isNames || !annotations.has(name))
    return Object.fromEntries(
      names.toSorted().map((name) => [name, strip(node[name], name === 'properties' && !isNames)]),
    )
  }
  const reach = (pointer: string) => {
    if (seen.has(pointer)) return
    seen.add(pointer)
    const [, section, kind, name] = pointer.split('/')
    reached.push([pointer, strip(contract[section!][kind!][name!], false)])
  }
  const operation = strip(contract.paths[path][method.toLowerCase()], false)
  const text = JSON.stringify([operation, reached.toSorted((one, other) => (one[0] < other[0] ? -1 : 1))])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
