import type { Json } from '../contract.ts'
import type { Issue } from './input-errors.ts'

const limits = { characters: 10_000, items: 500, levels: 128, values: 5000 }

/** What is too much for the mock in a body, which could take seconds to validate. The API may accept more. */
export function findExcess(body: Json): Issue[] {
  let count = 0
  let level: [path: string[], value: Json][] = [[[], body]]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.levels) return excess([], `${limits.levels} nested levels`)
    const next: typeof level = []
    for (const [path, value] of level) {
      count++
      if (typeof value === 'string' && value.length > limits.characters) {
        return excess(path, `${limits.characters} characters of a string`)
      }
      if (typeof value !== 'object' || value === null) continue
      const names = Array.isArray(value) && value.length > limits.items ? value : Object.keys(value)
      if (names.length > limits.items) return excess(path, `${limits.items} items or properties`)
      for (const name of names) next.push([[...path, name], value[name]])
    }
    if (count + next.length > limits.values) return excess([], `${limits.values} values`)
    level = next
  }
  return []
}

const excess = (path: string[], amount: string): Issue[] => [{ path, message: `The mock reads at most ${amount}` }]
