import type { Json } from '@seam-acs/spec/model'
import { Document, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Names } from './names.ts'

/** A file of the spec, and what is left to its author. */
export interface NewFile {
  /** The path from the folder of the spec. */
  file: string
  content: Json
  /** What to do, and the key where to do it. */
  todos: [keys: string[], text: string][]
}

/** How a comment above unfinished text begins. `check` fails while the spec has one. */
const mark = ' TODO: '

/** What is left to the author, line by line. */
export function findTodos(text: string): { line: number; todo: string }[] {
  return text.split('\n').flatMap((content, index) => {
    const [before, todo] = content.split(`#${mark}`)
    return before!.trim() === '' && todo !== undefined ? [{ line: index + 1, todo }] : []
  })
}

/** The text of a new file, with a comment above each key where something is left to the author. */
export function renderFile({ content, todos }: NewFile): string {
  const document = new Document(content, { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  for (const [keys, todo] of todos) {
    const parents = keys.slice(0, -1)
    addTodo(
      parents.reduce((map, key) => map.get(key) as YAMLMap, document.contents as YAMLMap),
      keys.at(-1)!,
      todo,
    )
  }
  return toText(document)
}

/** Adds a path to the text of openapi.yaml, after those of its group, and the tag of the group if that is new. */
export function addPath(openapi: string, { path, id, group }: Names): string {
  const document = parseDocument(openapi)
  const start = path.slice(0, path.lastIndexOf('/') + 1)
  const { items } = document.get('paths') as YAMLMap<Scalar<string>>
  const last = items.findLastIndex(({ key }) => key.value.startsWith(start))
  items.splice(last === -1 ? items.length : last + 1, 0, document.createPair(path, { $ref: `paths/${id}.yaml` }))

  const tags = document.get('tags') as YAMLSeq<YAMLMap>
  const nameOf = (tag: YAMLMap) => String(tag.get('name'))
  if (!tags.items.some((tag) => nameOf(tag) === group)) {
    const tag = document.createNode({ name: group, description: `What the calls below ${start} work with.` })
    addTodo(tag as YAMLMap, 'description', 'Say what the objects of the group are.')
    const next = tags.items.findIndex((other) => nameOf(other) > group)
    tags.items.splice(next === -1 ? tags.items.length : next, 0, tag as YAMLMap)
  }
  return toText(document)
}

function addTodo(map: YAMLMap, key: string, todo: string): void {
  const pair = (map as YAMLMap<Scalar<string>>).items.find((item) => item.key.value === key)
  pair!.key.commentBefore = mark + todo
}

const toText = (document: Document) => document.toString({ lineWidth: 0 })
