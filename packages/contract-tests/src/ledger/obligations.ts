import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'
import { createExample } from '../synthetic/example-value.ts'
import type { Accepts } from './accepts.ts'
import { writeDemand, writePath, type Demand, type Step } from './demands.ts'
import { readOperations, type Body, type Operation } from './operations.ts'
import { readShape, type Alternative } from './shape.ts'

/** Something that the document lets occur in a body, and that a recording has to show. */
export interface BodyObligation {
  /** Such as `acs_credentials_create 200 application/json acs_credential.code null`. */
  id: string
  operation: Operation
  body: Body
  /** Empty for the body itself. */
  path: string
  steps: Step[]
  demand: Demand
  /** Of the value there. */
  schema: Json
}

/** A status, a content type, a header or an empty body that a recording has to show. */
export interface ExchangeObligation {
  id: string
  operation: Operation
  status: number
  demand: { is: 'status' } | { is: 'no body' } | { is: 'content'; name: string } | { is: 'header'; name: string }
}

/** What can occur in the bodies of an operation, in the order of the document, each once. */
export function listBodyObligations(contract: Json, accepts: Accepts): BodyObligation[] {
  const all = readOperations(contract).flatMap((operation) =>
    operation.bodies.flatMap((body) =>
      [...walk(body.schema, [], [])].map((found): BodyObligation => {
        const path = writePath(found.steps)
        const id = [operation.id, body.side, body.content, path, writeDemand(found.demand)].filter(Boolean).join(' ')
        return { id, operation, body, path, ...found }
      }),
    ),
  )
  // Two alternatives may have the same property.
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)

  function* walk(
    schema: Json,
    steps: Step[],
    trail: string[],
  ): Generator<{ steps: Step[]; demand: Demand; schema: Json }> {
    // A schema inside itself is followed once, which shows that it nests.
    if (trail.filter((reference) => reference === schema.$ref).length > 1) return
    const inside = schema.$ref ? [...trail, schema.$ref] : trail
    const shape = readShape(contract, schema)
    for (const demand of listDemands()) yield { steps, demand, schema }
    for (const items of shape.items) yield* walk(items, [...steps, { items: true }], inside)
    for (const { name, schema: value, isOptional } of shape.properties) {
      yield* enter({ property: name }, value, isOptional)
    }
    for (const entry of shape.entries) {
      yield* enter({ otherThan: shape.properties.map(({ name }) => name) }, entry, true)
    }

    function* enter(step: Step, value: Json, isOptional: boolean): ReturnType<typeof walk> {
      const at = [...steps, step]
      yield { steps: at, demand: { is: 'present' }, schema: value }
      if (isOptional) yield { steps: at, demand: { is: 'absent' }, schema: value }
      yield* walk(value, at, inside)
    }

    function* listDemands(): Generator<Demand> {
      if (shape.isNullable) yield { is: 'null' }
      for (const type of shape.types) yield { is: 'type', type }
      for (const value of new Set([...shape.values, ...listDefault(schema)])) yield { is: 'value', value }
      if (shape.isOpen) yield { is: 'unknown', known: shape.values }
      if (shape.canBeEmpty) yield { is: 'empty' }
      if (shape.items.length > 0) yield { is: 'filled' }
      for (const among of shape.alternatives) {
        for (const together of combine(among)) yield { is: 'alternative', together, among }
      }
    }
  }

  /** The default of an array is the empty one, which is demanded anyway. */
  function listDefault(schema: Json): Json[] {
    const { default: preset } = resolve(contract, schema)
    return preset === undefined || typeof preset === 'object' ? [] : [preset]
  }

  /** Each alternative alone, and each two that one value can be. */
  function combine(among: Alternative[]): Alternative[][] {
    const pairs = among.flatMap((one, index) => among.slice(index + 1).map((other) => [one, other]))
    return [...among.map((alternative) => [alternative]), ...pairs.filter(canBeTogether)]
  }

  function canBeTogether(pair: Alternative[]): boolean {
    const examples = pair.map(({ schema }) => createExample(contract, schema))
    const value = Object.assign({}, ...examples)
    return (
      examples.every((example) => typeof example === 'object') && pair.every(({ schema }) => accepts(schema, value))
    )
  }
}

/** The statuses of the operations, and what can occur with each. */
export function listExchangeObligations(contract: Json): ExchangeObligation[] {
  return readOperations(contract).flatMap((operation) =>
    operation.answers.flatMap(({ status, headers, contents }) => {
      const demands: ExchangeObligation['demand'][] = [
        { is: 'status' },
        ...contents.map((name) => ({ is: 'content' as const, name })),
        ...headers.map(([name]) => ({ is: 'header' as const, name })),
        // What stands before the API, such as a load balancer, answers without a body.
        ...(status >= 500 ? [{ is: 'no body' as const }] : []),
      ]
      return demands.map((demand) => {
        const words = [operation.id, status, demand.is, ...('name' in demand ? [demand.name] : [])]
        return { id: words.join(' '), operation, status, demand }
      })
    }),
  )
}
