import type { Recording } from '@seam-acs/recorder/recording'
import type { Json, Operation, Schema } from '@seam-acs/spec/model'
import type { Body } from '../ledger/bodies.ts'
import { isObject } from '../ledger/conditions.ts'
import { mergeSchema } from '../ledger/merged-schema.ts'
import type { SynthesisContext } from './context.ts'

type Request = Recording['request']

/** Makes a request that an error response rejects. */
export type FindRejected = (status: number, value: Json) => Request

/** `body` is the body of the operation's request; undefined if it takes none. */
export function createFindRejected(
  { contract, accepts, validate, tools }: SynthesisContext,
  { path, method }: Operation,
  body: Body | undefined,
): FindRejected {
  if (!body) {
    return (status, value) => {
      if (status === 405) return { method: otherThan(method), path, headers: {} }
      if (status !== 400) return { method, path, headers: {} }
      // It takes no body, so any body can be wrong.
      const isType = value?.error?.type === 'invalid_content_type'
      return { method, path, headers: { 'content-type': isType ? 'text/plain' : 'application/json' }, text: '{' }
    }
  }
  const { schema, content } = body
  const valid = body.examples.length > 0 ? body.examples.map(({ value }) => value) : [tools.exemplify(schema)]
  const shortest = valid.toSorted((one, other) => JSON.stringify(one).length - JSON.stringify(other).length)[0]
  const headers = { 'content-type': content }

  return (status, value) => {
    if (status === 405) return { method: otherThan(method), path, headers: {} }
    if (typeof value === 'string')
      return { method, path, headers, text: JSON.stringify(shortest).replace(/[^,{]*$/, '') }
    const { type = '', validation_errors: errors } = value?.error ?? {}
    if (type === 'invalid_content_type') {
      return { method, path, headers: { 'content-type': 'text/plain' }, text: JSON.stringify(shortest) }
    }
    if (type === 'invalid_input') return { method, path, headers, body: makeInvalid(errors ?? {}) }
    // The request that names what was not found.
    const id = String(type).replace(/_not_found$/, '_id')
    return { method, path, headers, body: valid.find((request) => isObject(request) && id in request) ?? shortest }
  }

  /** A request with the problems that `validation_errors` lists. */
  function makeInvalid(errors: Json): Json {
    const invalid = structuredClone(shortest)
    for (const [name, inside] of listInside(errors)) assign(invalid, name, schema, inside)
    // Problems of the body itself are about what it lacks, such as an owner.
    const merged = mergeSchema(contract, schema)
    const alternatives = merged.alternatives.flat().flatMap((each) => mergeSchema(contract, each.schema).properties)
    const required = merged.properties.filter(({ isOptional }) => !isOptional)
    for (const { name } of [...alternatives, ...required]) {
      if (validate(schema, invalid).length > 0) break
      delete invalid[name]
    }
    return validate(schema, invalid).length > 0 ? invalid : findWrong(schema, '')
  }

  function assign(container: Json, name: string, around: Schema, errors: Json): void {
    if (typeof container !== 'object' || container === null) return
    const { properties, items } = mergeSchema(contract, around)
    const own = properties.find((property) => property.name === name)?.schema ?? items[0]?.schema
    if (!own) return
    const value = makeInvalidValue(container[name], own, name, errors)
    if (value === undefined) delete container[name]
    else container[name] = value
  }

  function makeInvalidValue(value: Json, own: Schema, name: string, errors: Json): Json {
    const [problem] = errors['_errors'] ?? []
    if (problem) return findWrong(own, problem)
    const container = value ?? tools.exemplify(own, name)
    for (const [key, inside] of listInside(errors)) assign(container, key, own, inside)
    return container
  }

  /** A value that causes a problem with the API's message. */
  function findWrong(own: Schema, problem: string): Json {
    if (problem === 'Required') return undefined
    const received = /received (\w+)/.exec(problem)?.[1] ?? ''
    const wrong = [...(samples[received] ?? []), ...Object.values(samples).flat()]
    return wrong.find((value) => !accepts(own, value))
  }
}

const otherThan = (method: string) => (method === 'POST' ? 'GET' : 'POST')

/** Values by the names of types in the messages of `validation_errors`. */
const samples: Record<string, Json[]> = {
  string: ['not valid'],
  number: [5],
  boolean: [true],
  null: [null],
  array: [[]],
  object: [{}],
}

function listInside(errors: Json): [string, Json][] {
  return Object.entries<Json>(errors).filter(([name]) => name !== '_errors')
}

/** Whether an error is plausible: only `invalid_input` has `validation_errors`, and each of its levels lists problems. */
export function isPlausible(value: Json): boolean {
  const { type, validation_errors: errors } = value?.error ?? {}
  return errors === undefined || (type === 'invalid_input' && listsProblems(errors))
}

function listsProblems(errors: Json): boolean {
  const inside = isObject(errors) ? listInside(errors) : []
  return (errors['_errors']?.length > 0 || inside.length > 0) && inside.every(([, each]) => listsProblems(each))
}
