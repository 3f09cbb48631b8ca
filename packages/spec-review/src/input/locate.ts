import { relative, resolve } from 'node:path'
import type { Json } from '../change.ts'
import { below, splitFragment, splitPointer, valueAt } from '../document/pointer.ts'
import type { OpenApi } from './read-document.ts'
import { readSourceFile, type Origin, type SourceFile } from './source-file.ts'

/** A line of a file that people edit, counted from 1. */
export interface Place {
  file: string
  line: number
}

/** Where in the sources a JSON pointer of the bundle is written; undefined where the bundle has no such place. */
export type Locate = (pointer: string) => Place | undefined

/**
 * Finds the lines behind a bundle. A bundler moves what files refer to, so the bundle and its files are walked side by side:
 * where a file has a reference, the bundle has either what it leads to, or a reference to a component with it.
 *
 * @param first The document's first file.
 * @param directory What the places are relative to.
 */
export function createLocate(bundle: OpenApi, first: string, directory: string): Locate {
  const files = new Map<string, SourceFile>()
  const origins = new Map<string, Origin>()
  const start = { file: resolve(first), keys: [] }
  // A document in one file is its own bundle, and may be too large to be walked for a few lines.
  if (read(start.file).hasReferences) follow(bundle, [], start)
  else origins.set('', start)

  return (pointer) => {
    const keys = splitPointer(pointer)
    for (let length = keys.length; length >= 0; length--) {
      const origin = origins.get(below('', ...keys.slice(0, length)))
      if (!origin) continue
      const line = read(origin.file).lineAt([...origin.keys, ...keys.slice(length)])
      return line === undefined ? undefined : { file: relative(directory, origin.file), line }
    }
    return undefined
  }

  /** Notes that what the bundle has at `at` comes from `origin`. */
  function follow(node: Json | undefined, at: string[], origin: Origin) {
    const pointer = below('', ...at)
    if (origins.has(pointer)) return
    origins.set(pointer, origin)
    walk(node, at, origin)
  }

  function walk(node: Json | undefined, at: string[], { file, keys }: Origin) {
    if (typeof node !== 'object' || node === null) return
    const target = read(file).referenceAt(keys)
    const reference = valueAt(node, ['$ref'])
    if (target && typeof reference === 'string') {
      const component = splitFragment(reference)
      follow(valueAt(bundle, component), component, target)
    } else if (target) {
      origins.set(below('', ...at), target)
      walk(node, at, target)
    } else {
      for (const [key, child] of Object.entries(node)) walk(child, [...at, key], { file, keys: [...keys, key] })
    }
  }

  function read(file: string): SourceFile {
    const source = files.get(file) ?? readSourceFile(file)
    files.set(file, source)
    return source
  }
}
