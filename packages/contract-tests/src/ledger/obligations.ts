import {
  isOfType,
  listProperties,
  listReachable,
  resolve,
  type Json,
  type OpenApiDocument,
  type Operation,
  type OperationResponse,
  type Schema,
} from '@seam-acs/spec/model'
import { createExample } from '../synthetic/example-value.ts'
import type { Accepts } from './accepts.ts'
import { toStatus, type Body } from './bodies.ts'
import { writeCondition, writePath, type Condition, type Step } from './conditions.ts'
import { mergeSchema, type Alternative } from './merged-schema.ts'

/** Something that can occur in a body, and that a recording has to show. */
export interface BodyObligation {
  /** Such as `acs_credentials_create 200 application/json acs_credential.code null`. */
  id: string
  body: Body
  /** Empty for the body itself. */
  path: string
  steps: Step[]
  condition: Condition
  /** The schema of the value at the path. */
  schema: Schema
}

/**
 * A status, a content type, a header or an empty body that a recording has to show. Operations that describe an error
 * response in the same words share it.
 */
export interface ExchangeObligation {
  id: string
  /** Where the response is described. The first operation has it in the ledger. */
  places: DescribedResponse[]
  condition: { is: 'status' } | { is: 'no body' } | { is: 'content'; name: string } | { is: 'header'; name: string }
}

/**
 * What can occur in bodies, each once, in the order of the document. If several bodies have a component, only one of
 * them has the obligations inside it.
 */
export function listBodyObligations(contract: OpenApiDocument, bodies: Body[], accepts: Accepts): BodyObligation[] {
  const owners = findOwners(contract, bodies)
  const all = bodies.flatMap((body) =>
    [...walk(body, body.schema, [], [])].map((found): BodyObligation => {
      const path = writePath(found.steps)
      const id = [body.id, path, writeCondition(found.condition)].filter(Boolean).join(' ')
      return { id, body, path, ...found }
    }),
  )
  // Two alternatives may have the same property.
  const ids = new Set<string>()
  return all.filter(({ id }) => !ids.has(id) && ids.add(id))

  function* walk(
    body: Body,
    schema: Schema,
    steps: Step[],
    trail: string[],
  ): Generator<{ steps: Step[]; condition: Condition; schema: Schema }> {
    // A schema inside itself is followed once, which shows that it nests.
    if (trail.filter((reference) => reference === schema.$ref).length > 1) return
    if (schema.$ref !== undefined && owners.get(keyOf(body, schema.$ref)) !== body) return
    const inside = schema.$ref ? [...trail, schema.$ref] : trail
    const merged = mergeSchema(contract, schema)
    for (const condition of listConditions()) yield { steps, condition, schema }
    for (const items of merged.items) yield* walk(body, items.schema, [...steps, { ...items, items: true }], inside)
    for (const { name, isOptional, ...part } of merged.properties) {
      yield* enter({ ...part, property: name }, isOptional)
    }
    for (const entry of merged.entries) {
      yield* enter({ ...entry, otherThan: merged.properties.map(({ name }) => name) }, true)
    }

    function* enter(step: Step, isOptional: boolean): ReturnType<typeof walk> {
      const at = [...steps, step]
      yield { steps: at, condition: { is: 'present' }, schema: step.schema }
      if (isOptional) yield { steps: at, condition: { is: 'absent' }, schema: step.schema }
      yield* walk(body, step.schema, at, inside)
    }

    function* listConditions(): Generator<Condition> {
      if (merged.isNullable) yield { is: 'null' }
      for (const type of merged.types) yield { is: 'type', type }
      for (const value of new Set([...merged.values, ...listDefault(schema)])) yield { is: 'value', value }
      if (merged.isOpen) yield { is: 'unknown', known: merged.values }
      if (merged.canBeEmpty) yield { is: 'empty' }
      if (merged.items.length > 0) yield { is: 'filled' }
      for (const among of merged.alternatives) {
        for (const together of combine(among)) yield { is: 'alternative', together, among }
      }
    }
  }

  /** The default of an array is the empty array, which has a condition of its own. */
  function listDefault(schema: Schema): Json[] {
    const { default: preset } = resolve(contract, schema)
    return preset === undefined || typeof preset === 'object' ? [] : [preset]
  }

  /** Each alternative alone, and each pair that one value can match. */
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

/**
 * The body that shows each component, for each side: the first body that has it outside of a list, or else the first
 * that has it.
 */
function findOwners(contract: OpenApiDocument, bodies: Body[]): Map<string, Body> {
  const owners = new Map<string, Body>()
  const own = (body: Body, schemas: Schema[]) => {
    for (const { $ref } of listReachable(contract, schemas)) {
      if ($ref !== undefined && !owners.has(keyOf(body, $ref))) owners.set(keyOf(body, $ref), body)
    }
  }
  for (const body of bodies) {
    const properties = listProperties(contract, body.schema).flatMap(({ schemas }) => schemas)
    own(
      body,
      properties.filter((schema) => !isOfType(contract, schema, 'array')),
    )
  }
  for (const body of bodies) own(body, [body.schema])
  return owners
}

const keyOf = ({ side }: Body, reference: string) => `${side} ${reference}`

export interface DescribedResponse {
  operation: Operation
  response: OperationResponse
}

/** The statuses of the operations, and what can occur with each. */
export function listExchangeObligations(operations: Operation[]): ExchangeObligation[] {
  const described = operations.flatMap((operation) =>
    operation.responses.map((response): DescribedResponse => ({ operation, response })),
  )
  const groups = Map.groupBy(described, ({ operation, response }) =>
    response === operation.success ? operation.id : JSON.stringify(response),
  )
  return [...groups.values()].flatMap((places) => {
    const [{ operation, response }] = places as [DescribedResponse]
    const conditions: ExchangeObligation['condition'][] = [
      { is: 'status' },
      ...response.contents.map(({ mediaType }) => ({ is: 'content' as const, name: mediaType })),
      ...response.headers.map(({ name }) => ({ is: 'header' as const, name: name.toLowerCase() })),
      // A load balancer in front of the API responds without a body.
      ...(toStatus(response) >= 500 || response.contents.length === 0 ? [{ is: 'no body' as const }] : []),
    ]
    return conditions.map((condition) => {
      const words = [operation.id, response.status, condition.is, ...('name' in condition ? [condition.name] : [])]
      return { id: words.join(' '), places, condition }
    })
  })
}
