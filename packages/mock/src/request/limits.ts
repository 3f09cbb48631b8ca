import type { Json } from '../contract.ts'
import type { Issue } from './input-errors.ts'

const limits = { characters: 10_000, items: 500, levels: 128, values: 5000 }

/** What exceeds the limits of a body, which could otherwise take seconds to validate. The API may accept more. */
export function findExcess(body: Json): Issue[] {
  const values: Visited[] = [{ value: body, depth: 0 }]
  // The list grows while it is read.
  for (const visited of values) {
    const { value, depth } = visited
    if (depth > limits.levels) return excess(undefined, `${limits.levels} nested levels`)
    if (typeof value === 'string' && value.length > limits.characters) {
      return excess(visited, `${limits.characters} characters of a string`)
    }
    if (typeof value !== 'object' || value === null) continue
    const names = Array.isArray(value) && value.length > limits.items ? value : Object.keys(value)
    if (names.length > limits.items) return excess(visited, `${limits.items} items or properties`)
    for (const name of names) values.push({ value: value[name], depth: depth + 1, name, parent: visited })
    if (values.length > limits.values) return excess(undefined, `${limits.values} values`)
  }
  return []
}

interface Visited {
  value: Json
  depth: number
  name?: string
  parent?: Visited
}

function excess(visited: Visited | undefined, amount: string): Issue[] {
  const path: string[] = []
  for (let at = visited; at?.parent; at = at.parent) path.unshift(at.name!)
  return [{ path, message: `The mock reads at most ${amount}` }]
}
