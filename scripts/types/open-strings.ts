import type { Json } from '../contract.ts'

/** In `anyOf: [enum, string]` TypeScript reduces the union to `string`, unless the string is spelt `string & {}`. */
export function markOpenStrings(node: Json): Json {
  if (Array.isArray(node)) for (const item of node) markOpenStrings(item)
  else if (node && typeof node === 'object') {
    const last = Array.isArray(node['anyOf']) ? node['anyOf'].at(-1) : undefined
    if (last?.type === 'string' && !last.enum) last['x-open-string'] = true
    for (const value of Object.values(node)) markOpenStrings(value)
  }
  return node
}
