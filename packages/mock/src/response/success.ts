import type { Contract, Json, Operation, Schema } from '../contract.ts'
import type { Call, Outcome } from '../resources/resource.ts'
import { fit, isObject } from '../schema/fit.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { Seeded } from '../seeded.ts'
import { lastPage } from './page.ts'
import { fromExample, json, type Reply } from './reply.ts'

interface World {
  contract: Contract
  schemas: Schemas
  seeded: Seeded
  now: () => Date
}

/** Makes responses of success, always valid and `ok: true`. */
export function createSuccess({ contract, schemas, seeded, now }: World) {
  /** @param outcome What the operation's behaviour gave; without one, the result of its example is adapted to the call. */
  return function succeed(operation: Operation, call: Call, outcome: Outcome | undefined): Reply {
    const { response, success, answers } = operation
    const { headers = {}, examples = {} } = answers[success] ?? {}
    const example = Object.values(examples)[0]
    if (response === undefined) return fromExample(success, headers, example)
    const sample = example!.value
    const schema = contract.schemas[response]!
    const body = outcome ? putIn(operation, sample, outcome) : adapt(operation, schema, sample, call)
    return { ...json(success, fit(schemas, schema, { ...body, ok: true }, sample) ?? sample), headers }
  }

  function putIn({ result }: Operation, sample: Json, { result: value, pagination }: Json): Json {
    return { ...sample, ...('key' in result && { [result.key]: value }), ...(pagination && { pagination }) }
  }

  /** The sample with what the request says of it, and an id of its own where it is one that the request does not name. */
  function adapt({ result }: Operation, schema: Schema, sample: Json, { completed, count }: Call): Json {
    if (!isObject(sample)) return sample
    const known = { ...completed }
    if (result.kind === 'one') {
      const idName = `${result.key}_id`
      if (!Object.hasOwn(known, idName)) {
        known[idName] = seeded.uuid(result.key, count)
        known.created_at ??= now().toISOString()
      }
    }
    return { ...repeat(schema, sample, known, 1), ...(result.kind === 'page' && { pagination: lastPage }) }
  }

  /** The value with the known properties that its schema has as well; so for the objects in it, down to `depth`. */
  function repeat(schema: Schema, value: Json, known: Json, depth: number): Json {
    if (Array.isArray(value)) return value.map((item) => repeat(schemas.items(schema), item, known, depth))
    if (!isObject(value)) return value
    const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
      if (Object.hasOwn(known, name)) return [[name, known[name]]]
      return depth > 0 && Object.hasOwn(value, name) ? [[name, repeat(inner, value[name], known, depth - 1)]] : []
    })
    return { ...value, ...Object.fromEntries(entries) }
  }
}
