import { randomUUID } from 'node:crypto'
import type { Json } from '@seam-acs/spec/model'
import { toTitle, type Names } from './names.ts'
import { createPathFile } from './path-file.ts'
import type { NewFile } from './render.ts'

/** What the spec has already. */
export interface Present {
  /** The file of the operation whose authentication, headers and error responses the new one copies. */
  neighbour: Json
  /** Whether there is a schema of the objects that the operation works with. */
  hasSchema: boolean
  /** Such an object from an example; undefined if there is none. */
  object: Json | undefined
}

/** The verbs whose response has an object or a list of objects. The response to any other verb has only `ok`. */
const returning = ['create', 'get', 'list']

/** The verbs whose request has no ID of an object. */
const unaddressed = ['create', 'list']

/** The files of an operation in house style. Their texts are true, but say little. */
export function createFiles(names: Names, { neighbour, hasSchema, object }: Present): NewFile[] {
  const { path, verb, call } = names
  const idName = `${names.object}_id`
  const id = { [idName]: { type: 'string', format: 'uuid', description: `Identifies the \`${names.object}\`.` } }
  const returned = hasSchema ? object : { [idName]: randomUUID() }
  const hasResult = returning.includes(verb) && returned !== undefined
  const result = hasResult ? createResult(names, returned) : { properties: {}, values: {} }
  const request = unaddressed.includes(verb)
    ? placeholder
    : { properties: id, values: { [idName]: returned?.[idName] ?? randomUUID() }, todo: 'add its other properties.' }
  const summary = toTitle(call)

  const files: NewFile[] = [
    createPathFile(names, neighbour),
    {
      file: `components/schemas/${call}_request.yaml`,
      content: createSchema(`What a call of ${path} needs.`, request.properties),
      todos: [[['description'], `Say what the request describes, and ${request.todo} ${advice}`]],
    },
    {
      file: `components/schemas/${call}_response.yaml`,
      content: createSchema(`What a successful call of ${path} returns.`, { ...result.properties, ok }),
      todos: [[['description'], `Check what it has beside \`ok\`, which was guessed from the name \`${verb}\`.`]],
    },
    {
      file: `components/examples/${call}_request.yaml`,
      content: { summary, value: request.values },
      todos: [[['summary'], 'Say what the example shows, and give it the properties of the request.']],
    },
    {
      file: `components/examples/${call}_response.yaml`,
      content: { summary, value: { ...result.values, ok: true } },
      todos: [[['summary'], 'Use the summary of the request, and give it the properties of the response.']],
    },
  ]
  if (hasResult && !hasSchema)
    files.push({
      file: `components/schemas/${names.object}.yaml`,
      content: createSchema(`What the API knows about one \`${names.object}\`.`, id),
      todos: [[['description'], `Say what it is, and add its properties. ${advice}`]],
    })
  return files
}

const advice = 'Keep them in alphabetical order, and list in `required` those that are always present.'

/** Not an empty request, because the type of one would accept any property. */
const placeholder = {
  properties: { placeholder: { type: 'string', description: 'Shows how to describe a property. No call has it.' } },
  values: { placeholder: 'A text' },
  todo: 'replace `placeholder` with its properties.',
}

const ok = {
  type: 'boolean',
  const: true,
  description: 'Always `true` in this response; an error response has `false`.',
}

/** The part of a response beside `ok`: its properties, and their values in the example. */
function createResult({ group, object, verb }: Names, value: Json): { properties: Json; values: Json } {
  const reference = { $ref: `${object}.yaml` }
  if (verb !== 'list') return { properties: { [object]: reference }, values: { [object]: value } }
  const list = { type: 'array', description: `Contains each \`${object}\` that the call found.`, items: reference }
  return { properties: { [group]: list }, values: { [group]: [value] } }
}

/** An object schema that requires all of its properties. */
function createSchema(description: string, properties: Record<string, Json>): Json {
  const names = Object.keys(properties).toSorted()
  return {
    type: 'object',
    description,
    ...(names.length > 0 && { required: names }),
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
  }
}
