import { fileURLToPath } from 'node:url'
import { isJson, mediaTypeOf, type Message, type RecordingFile } from '@seam-acs/recorder/recording'
import {
  mapChildren,
  readOperations,
  type Content,
  type Json,
  type OpenApiDocument,
  type Schema,
} from '@seam-acs/spec/model'
import ts from 'typescript'
import { isObject } from '../../src/ledger/conditions.ts'
import { createAjvValidate } from '../../src/validators/ajv.ts'

/** A value for one body of an operation: that of a recording, or with one change. */
export interface Literal {
  /** The recording, the side and what was changed, with its path. */
  name: string
  /** The path without indexes, and the change: what makes two literals alike. */
  change: string
  /** The name of its type in `@seam-acs/types`. */
  type: string
  schema: Schema
  value: Json
}

/** The JSON bodies of the recordings of the document's operations, smaller ones first. */
export function listBodies(contract: OpenApiDocument, recordings: RecordingFile[]): Literal[] {
  const literals = recordings.flatMap(({ file, recording: { request, response } }) =>
    readOperations(contract)
      .filter(({ path }) => path === request.path)
      .flatMap((operation) => {
        const described = operation.responses.find(({ status }) => status === `${response.status}`)
        return [
          ...list('request', request, operation.request?.contents, `['requestBody']`, operation.id),
          ...list('response', response, described?.contents, `['responses'][${response.status}]`, operation.id),
        ]
      })
      .map((literal) => ({ ...literal, name: `${file} ${literal.name}` })),
  )
  return literals.toSorted((one, other) => JSON.stringify(one.value).length - JSON.stringify(other.value).length)
}

function list(side: string, { headers, body }: Message, contents: Content[] = [], at: string, id: string): Literal[] {
  return contents.flatMap(({ mediaType, schema }) => {
    if (!schema || !isJson(mediaType) || mediaTypeOf(headers) !== mediaType || body === undefined) return []
    const type = `operations['${id}']${at}['content']['${mediaType}']`
    return [{ name: `/${side}/body`, change: '', type, schema, value: body }]
  })
}

const samples: Json[] = ['of_tomorrow', 5, true, false, null, [], {}]

/** A body with one change each: a property dropped, added or of another value. */
export function* mutateLiteral(literal: Literal): Generator<Literal> {
  for (const path of listPaths(literal.value)) {
    const [around, name] = [path.slice(0, -1), path.at(-1)]
    if (name !== undefined) {
      for (const sample of samples)
        yield change(path, `made ${JSON.stringify(sample)}`, (parent) => (parent[name] = sample))
    }
    if (name !== undefined && isObject(read(literal.value, around))) {
      yield change(path, 'dropped', (parent) => delete parent[name])
    }
    if (isObject(read(literal.value, path))) {
      yield change([...path, 'undeclared'], 'added', (parent) => (parent.undeclared = 1))
    }
  }

  function change(path: string[], what: string, apply: (parent: Json) => void): Literal {
    const value = structuredClone(literal.value)
    apply(read(value, path.slice(0, -1)))
    const place = path.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('/')
    return { ...literal, value, name: `${literal.name}/${path.join('/')}: ${what}`, change: `${place} ${what}` }
  }
}

function listPaths(value: Json, path: string[] = []): string[][] {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return [path, ...names.flatMap((name) => listPaths(value[name], [...path, name]))]
}

const read = (value: Json, path: string[]) => path.reduce((inside, step) => inside[step], value)

/** What limits the values of a type without being a type itself, as TypeScript has none for it. */
const limits = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minProperties',
  'maxProperties',
]

/** Checks what types can check: the document's schemas, closed, without the limits of values and without `others`. */
export function createStructuralCheck(contract: OpenApiDocument, others: string[] = []): (literal: Literal) => boolean {
  const strip = (schema: Schema): Schema => {
    if (typeof schema === 'boolean') return schema
    const kept = Object.entries(schema).filter(([keyword]) => ![...limits, ...others].includes(keyword))
    return mapChildren(Object.fromEntries(kept), strip)
  }
  const schemas = Object.entries(contract.components?.schemas ?? {}).map(([name, schema]) => [name, strip(schema)])
  const components = { ...contract.components, schemas: Object.fromEntries(schemas) }
  const validate = createAjvValidate({ ...contract, components }, { allErrors: false })
  const stripped = new Map<Schema, Schema>()
  return ({ schema, value }) => {
    if (!stripped.has(schema)) stripped.set(schema, strip(schema))
    return validate(stripped.get(schema)!, value).length === 0
  }
}

/** TypeScript's error for each literal, as an object literal of its type in one program; undefined if there is none. */
export function compileLiterals(literals: Literal[]): (string | undefined)[] {
  const file = fileURLToPath(new URL('literals.ts', import.meta.url))
  const types = new Map([...new Set(literals.map(({ type }) => type))].map((type, index) => [type, `Type${index}`]))
  const head = [
    "import type { operations } from '@seam-acs/types'",
    ...[...types].map(([type, name]) => `type ${name} = ${type}`),
  ]
  const lines = literals.map(
    ({ type, value }, index) => `export const _${index}: ${types.get(type)} = ${JSON.stringify(value)}`,
  )
  const text = [...head, ...lines].join('\n')

  const options: ts.CompilerOptions = {
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, target, ...others) =>
    name === file ? ts.createSourceFile(name, text, target) : getSourceFile(name, target, ...others)
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)!
  const complaints = new Map(
    program
      .getSemanticDiagnostics(source)
      .map(({ start, messageText }) => [
        source.getLineAndCharacterOfPosition(start!).line - head.length,
        ts.flattenDiagnosticMessageText(messageText, ' '),
      ]),
  )
  const misplaced = [...complaints].find(([line]) => line < 0)
  if (misplaced) throw new Error(`The types of the bodies cannot be found: ${misplaced[1]}`)
  return literals.map((_, index) => complaints.get(index))
}
