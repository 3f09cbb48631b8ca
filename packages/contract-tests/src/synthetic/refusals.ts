import { isObject } from '../ledger/demands.ts'
import type { Body, Operation } from '../ledger/operations.ts'
import { readShape } from '../ledger/shape.ts'
import type { Json, Recording } from '../recording.ts'
import type { Workshop } from './grants.ts'

type Request = Recording['request']

/** Gives the request that an answer with an error refuses. */
export type FindRefused = (status: number, value: Json) => Request

export function createFindRefused(
  contract: Json,
  operation: Operation,
  { accepts, validate, tools }: Workshop,
): FindRefused {
  const { path, method } = operation
  const body = operation.bodies.find(({ side }) => side === 'request') as Body
  const valid = body.examples.length > 0 ? body.examples.map(({ value }) => value) : [tools.exemplify(body.schema)]
  const shortest = valid.toSorted((one, other) => JSON.stringify(one).length - JSON.stringify(other).length)[0]
  const headers = { 'content-type': body.content }

  return (status, value) => {
    if (status === 405) return { method: method === 'POST' ? 'GET' : 'POST', path, headers: {} }
    if (typeof value === 'string')
      return { method, path, headers, text: JSON.stringify(shortest).replace(/[^,]*$/, '') }
    const { type = '', validation_errors: errors } = value?.error ?? {}
    if (type === 'invalid_content_type') {
      return { method, path, headers: { 'content-type': 'text/plain' }, text: JSON.stringify(shortest) }
    }
    if (type === 'invalid_input') return { method, path, headers, body: spoil(errors ?? {}) }
    // The one that names what was not found.
    const id = type.replace(/_not_found$/, '_id')
    return { method, path, headers, body: valid.find((request) => id in request) ?? shortest }
  }

  /** A request with the problems that `validation_errors` tells of. */
  function spoil(errors: Json): Json {
    const spoilt = structuredClone(shortest)
    for (const [name, inside] of listInside(errors)) assign(spoilt, name, body.schema, inside)
    // Problems of the whole are about what it lacks: an owner, or anything that is required.
    const shape = readShape(contract, body.schema)
    const alternatives = shape.alternatives.flat().flatMap(({ schema }) => readShape(contract, schema).properties)
    const required = shape.properties.filter(({ isOptional }) => !isOptional)
    for (const { name } of [...alternatives, ...required]) {
      if (validate(body.schema, spoilt).length > 0) break
      delete spoilt[name]
    }
    return spoilt
  }

  function assign(container: Json, name: string, schema: Json, errors: Json): void {
    const { properties, items } = readShape(contract, schema)
    const own = properties.find((property) => property.name === name)?.schema ?? items[0]
    if (!own) return
    const value = spoilValue(container[name], own, name, errors)
    if (value === undefined) delete container[name]
    else container[name] = value
  }

  function spoilValue(value: Json, schema: Json, name: string, errors: Json): Json {
    const [problem] = errors['_errors'] ?? []
    if (problem) return findWrong(schema, problem)
    const container = value ?? tools.exemplify(schema, name)
    for (const [key, inside] of listInside(errors)) assign(container, key, schema, inside)
    return container
  }

  /** A value that gives rise to the problem as the API words it. */
  function findWrong(schema: Json, problem: string): Json {
    if (problem === 'Required') return undefined
    const received = /received (\w+)/.exec(problem)?.[1] ?? ''
    const wrong = [...(samples[received] ?? []), ...Object.values(samples).flat()]
    return wrong.find((value) => !accepts(schema, value))
  }
}

/** By the names that `validation_errors` has for types. */
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

/** Whether an error fits together: only an invalid input has `validation_errors`, and each of its levels says something. */
export function isBelievable(value: Json): boolean {
  const { type, validation_errors: errors } = value?.error ?? {}
  return errors === undefined || (type === 'invalid_input' && saysSomething(errors))
}

function saysSomething(errors: Json): boolean {
  const inside = isObject(errors) ? listInside(errors) : []
  return (errors['_errors']?.length > 0 || inside.length > 0) && inside.every(([, each]) => saysSomething(each))
}
