import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { isObject } from './ledger/demands.ts'
import type { Named } from './ledger/ledger.ts'
import type { Operation } from './ledger/operations.ts'
import type { Json } from './recording.ts'
import { createAjvValidate } from './validators/ajv.ts'
import { isJson, typeOf } from './validators/check-body.ts'

/** A value for one body of an operation: that of a recording, or with one change. */
export interface Literal {
  /** The recording, the side and what was changed, with its path. */
  name: string
  /** The path without indexes, and the change: what makes two literals alike. */
  change: string
  /** Of `@seam-acs/types`. */
  type: string
  schema: Json
  value: Json
}

/** The JSON bodies of the recordings of the document's operations, smaller ones first. */
export function listBodies(operations: Operation[], recordings: Named[]): Literal[] {
  const literals = recordings.flatMap(({ file, recording: { request, response } }) =>
    operations
      .filter(({ path }) => path === request.path)
      .flatMap(({ id, bodies }) =>
        bodies.flatMap(({ content, schema, statuses }): Literal[] => {
          const isRequest = statuses.length === 0
          const message = isRequest ? request : response
          const isOwn = isRequest || statuses.includes(response.status)
          if (!isOwn || !isJson(content) || typeOf(message) !== content || message.body === undefined) return []
          const at = isRequest ? `['requestBody']` : `['responses'][${response.status}]`
          const type = `operations['${id}']${at}['content']['${content}']`
          return [
            {
              name: `${file} /${isRequest ? 'request' : 'response'}/body`,
              change: '',
              type,
              schema,
              value: message.body,
            },
          ]
        }),
      ),
  )
  return literals.toSorted((one, other) => JSON.stringify(one.value).length - JSON.stringify(other.value).length)
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
const limits = ['format', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum']

/** Judges as types can: by the document's schemas, closed, without the limits of values and without `others`. */
export function createStructuralJudge(contract: Json, others: string[] = []): (literal: Literal) => boolean {
  const validate = createAjvValidate(strip(contract, new Set([...limits, ...others]), false), { allErrors: false })
  return ({ schema, value }) => validate(schema, value).length === 0
}

function strip(node: Json, keywords: Set<string>, isNames: boolean): Json {
  if (Array.isArray(node)) return node.map((item) => strip(item, keywords, false))
  if (!isObject(node)) return node
  const kept = Object.keys(node).filter((name) => isNames || !keywords.has(name))
  return Object.fromEntries(kept.map((name) => [name, strip(node[name], keywords, name === 'properties' && !isNames)]))
}

/** What TypeScript says to each literal, as an object literal of its type in one program; undefined where nothing. */
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
