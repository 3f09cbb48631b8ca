import { findNodeAtLocation, getNodeValue, parseTree, type Node } from 'jsonc-parser'
import type { Json } from '../change.ts'
import type { Lines } from './lines.ts'

/** The lines of a JSON file. A YAML parser reads JSON as well, but takes long for documents of megabytes. */
export function readJsonLines(text: string): Lines {
  const root = parseTree(text)
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)

  return {
    referenceAt(keys) {
      const reference = root && findNodeAtLocation(root, [...keys, '$ref'])
      const value: unknown = reference && getNodeValue(reference)
      return typeof value === 'string' ? value : undefined
    },
    lineAt(keys) {
      const node = find(root, keys)
      // The key of a member stands before its value.
      const start = node?.parent?.type === 'property' ? node.parent : node
      return start && lineOf(starts, start.offset)
    },
  }
}

function find(root: Node | undefined, keys: string[]): Node | undefined {
  return keys.reduce<Node | undefined>(
    (node, key) => node && findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]),
    root,
  )
}

/** The number of lines that start at or before an offset. */
function lineOf(starts: number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The value of a JSON text; undefined where it is not JSON, or has a key twice, of which `JSON.parse` drops one silently. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    let left = countKeys(value)
    for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon) left--
    return left === 0 ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((count, child) => count + countKeys(child), own)
}
