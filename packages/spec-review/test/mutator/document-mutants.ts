import type { Json, Level, Side } from '../../src/change.ts'
import type { Mutant } from './mutant.ts'
import type { Node } from './node.ts'

interface Edit {
  name: string
  edit: (operation: Node, document: Node) => void
  level: Level
  breaks?: Side[]
  /** What undoing it needs; left out where undoing says nothing more. */
  undone?: Level
  undoneBreaks?: Side[]
}

const CALLERS: Side[] = ['request']
const READERS: Side[] = ['response']
const parameter = (required: boolean) => ({ in: 'query', name: 'zz_fresh', required, schema: { type: 'string' } })

/** What is said of an operation rather than of a schema. */
const EDITS: Edit[] = [
  {
    name: 'the body is optional',
    edit: (operation) => void (operation['requestBody'].required = false),
    level: 'minor',
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'an optional parameter is added',
    edit: (operation) => void (operation['parameters'] = [parameter(false)]),
    level: 'minor',
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'a required parameter is added',
    edit: (operation) => void (operation['parameters'] = [parameter(true)]),
    level: 'major',
    breaks: CALLERS,
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'a failure is added',
    edit: (operation) => void (operation['responses'][418] = { description: 'A teapot.' }),
    level: 'minor',
    undone: 'minor',
  },
  {
    name: 'a success is added',
    edit: (operation) => void (operation['responses'][202] = { description: 'Later.' }),
    level: 'minor',
    undone: 'major',
    undoneBreaks: READERS,
  },
  {
    name: 'a header is added',
    edit: (operation) => void (operation['responses'][200].headers['x-fresh'] = { schema: { type: 'string' } }),
    level: 'minor',
    undone: 'major',
    undoneBreaks: READERS,
  },
  {
    name: 'a media type is added',
    edit: (operation) => void (operation['responses'][200].content['text/csv'] = { schema: { type: 'string' } }),
    level: 'minor',
    undone: 'major',
    undoneBreaks: READERS,
  },
  {
    name: 'a media type may be sent',
    edit: (operation) => void (operation['requestBody'].content['text/csv'] = { schema: { type: 'string' } }),
    level: 'minor',
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'a call needs no credentials',
    edit: (operation) => void (operation['security'] = []),
    level: 'minor',
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'one kind of credentials is rejected',
    edit: (operation) => void operation['security'].pop(),
    level: 'major',
    breaks: CALLERS,
    undone: 'minor',
  },
  {
    name: 'the operation has another id',
    edit: (operation) => void (operation['operationId'] = 'zz_fresh'),
    level: 'major',
    breaks: CALLERS,
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'the operation is deprecated',
    edit: (operation) => void (operation['deprecated'] = true),
    level: 'minor',
    undone: 'minor',
  },
  {
    name: 'the summary is another',
    edit: (operation) => void (operation['summary'] = 'Another summary'),
    level: 'patch',
    undone: 'patch',
  },
  {
    name: 'the path is another',
    edit: (_, { paths }) => {
      const [path] = Object.keys(paths)
      paths[`${path}_again`] = paths[path!]
      delete paths[path!]
    },
    level: 'major',
    breaks: CALLERS,
  },
  {
    name: 'an operation is added',
    edit: (operation, { paths }) => void (paths['/zz_fresh'] = { post: { ...operation, operationId: 'zz_fresh' } }),
    level: 'minor',
    undone: 'major',
    undoneBreaks: CALLERS,
  },
  {
    name: 'the server is another',
    edit: (_, { servers }) => void (servers[0].url = 'https://example.com'),
    level: 'major',
    breaks: CALLERS,
  },
  {
    name: 'the title is another',
    edit: (_, { info }) => void (info.title = 'Another'),
    level: 'patch',
    undone: 'patch',
  },
]

/** Each edit of the first operation, and its reverse. */
export function listDocumentMutants(document: Json): Mutant[] {
  const paths = Object.keys((document as Node)['paths'])
  return EDITS.flatMap(({ name, edit, level, breaks = [], undone, undoneBreaks = [] }) => {
    const head = structuredClone(document) as Node
    const [operation] = Object.values<Node>(head['paths'][paths[0]!])
    edit(operation!, head)
    const forward: Mutant = { name, base: document, head, level, breaks, usages: undefined }
    if (!undone) return [forward]
    return [
      forward,
      { name: `${name}, undone`, base: head, head: document, level: undone, breaks: undoneBreaks, usages: undefined },
    ]
  })
}
