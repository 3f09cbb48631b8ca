import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { readJsonLines } from './json-file.ts'
import type { Lines } from './lines.ts'
import { decodeFragment, splitFragment } from '../document/pointer.ts'

/** A place in a file, by the keys that lead to it. */
export interface Origin {
  file: string
  keys: string[]
}

/** A YAML or JSON file that knows its lines. */
export interface SourceFile {
  /** Whether it refers to other files. */
  hasReferences: boolean
  /** Where the `$ref` at `keys` leads; undefined where there is none. */
  referenceAt(keys: string[]): Origin | undefined
  /** The line of the key that comes last, counted from 1; undefined where `keys` lead nowhere. */
  lineAt(keys: string[]): number | undefined
}

export function readSourceFile(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const lines = file.endsWith('.json') ? readJsonLines(text) : readYamlLines(text)
  return {
    hasReferences: /\$ref["']?\s*:\s*["']?[^#"'\s]/.test(text),
    lineAt: (keys) => lines.lineAt(keys),
    referenceAt(keys) {
      const reference = lines.referenceAt(keys)
      return reference === undefined ? undefined : resolveReference(reference, file)
    },
  }
}

function readYamlLines(text: string): Lines {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })

  return {
    referenceAt(keys) {
      const { node } = find(keys) ?? {}
      const reference = isMap(node) ? node.get('$ref') : undefined
      return typeof reference === 'string' ? reference : undefined
    },
    lineAt(keys) {
      const found = find(keys)
      return found && lines.linePos(found.offset).line
    },
  }

  function find(keys: string[]): { node: unknown; offset: number } | undefined {
    let node: unknown = document.contents
    let offset = 0
    for (const key of keys) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
        if (!pair) return undefined
        offset = startOf(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[Number(key)]
        if (!node) return undefined
        offset = startOf(node) ?? offset
      } else return undefined
      if (isAlias(node)) node = node.resolve(document)
    }
    return { node, offset }
  }
}

const startOf = (node: unknown) => (isNode(node) ? (node as Node).range?.[0] : undefined)

function resolveReference(reference: string, from: string): Origin | undefined {
  if (!URL.canParse(reference, 'file:///')) return undefined
  const [path = '', pointer = ''] = reference.split('#')
  // An anchor, and an address that is relative to an `$id`, name no place in a file.
  if (/^\w+:/.test(path) || /^[^/]/.test(pointer)) return undefined
  const file = path ? resolve(dirname(from), decodeFragment(path)) : from
  return existsSync(file) ? { file, keys: splitFragment(pointer) } : undefined
}
