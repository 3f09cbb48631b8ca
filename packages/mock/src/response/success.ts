import type { Contract, Json, Operation, Schema } from '../contract.ts'
import type { ResourceCall, Outcome } from '../resources/resource.ts'
import { fit, isObject } from '../schema/fit.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { SeededValues } from '../seeded.ts'
import { lastPage } from './page.ts'
import { fromExample, json, type Reply } from './reply.ts'

interface Dependencies {
  contract: Contract
  schemas: Schemas
  seeded: SeededValues
  now: () => Date
}

/** Creates success responses, which are always valid and have `ok: true`. */
export function createSuccess({ contract, schemas, seeded, now }: Dependencies) {
  /** @param outcome The outcome of the operation's behaviour. Without it, the example is adapted to the request. */
  return function succeed(operation: Operation, call: ResourceCall, outcome: Outcome | undefined): Reply {
    const { response, success, responses } = operation
    const { headers = {}, examples = {} } = responses[success] ?? {}
    const example = Object.values(examples)[0]
    if (response === undefined) return fromExample(success, headers, example)
    const sample = example!.value
    const schema = contract.schemas[response]!
    const inserted = outcome ? insertResult(operation, sample, outcome) : adapt(operation, schema, sample, call)
    const body = { ...inserted, ok: true }
    const isValid = outcome?.schema !== undefined && outcome.schema === resultSchema(operation, schema)
    return { ...json(success, isValid ? body : (fit(schemas, schema, body, sample) ?? sample)), headers }
  }

  function resultSchema({ result }: Operation, schema: Schema): Schema | undefined {
    return 'key' in result ? schemas.properties(schema)[result.key] : undefined
  }

  function insertResult({ result }: Operation, sample: Json, { result: value, pagination }: Json): Json {
    return { ...sample, ...('key' in result && { [result.key]: value }), ...(pagination && { pagination }) }
  }

  /**
   * The sample with the values of the request, and with a new ID if it is one object whose ID the request does not
   * name.
   */
  function adapt({ result }: Operation, schema: Schema, sample: Json, { completed, count }: ResourceCall): Json {
    if (!isObject(sample)) return sample
    const known = { ...completed }
    if (result.kind === 'one') {
      const idName = `${result.key}_id`
      if (!Object.hasOwn(known, idName)) {
        known[idName] = seeded.uuid(result.key, count)
        known.created_at ??= now().toISOString()
      }
    }
    return { ...replaceKnown(schema, sample, known, 1), ...(result.kind === 'page' && { pagination: lastPage }) }
  }

  /** Replaces the properties that are known and in the schema, down to `depth` levels of nested objects. */
  function replaceKnown(schema: Schema, value: Json, known: Json, depth: number): Json {
    if (Array.isArray(value)) return value.map((item) => replaceKnown(schemas.items(schema), item, known, depth))
    if (!isObject(value)) return value
    const entries = Object.entries(schemas.properties(schema)).flatMap(([name, inner]): [string, Json][] => {
      if (Object.hasOwn(known, name)) return [[name, known[name]]]
      return depth > 0 && Object.hasOwn(value, name) ? [[name, replaceKnown(inner, value[name], known, depth - 1)]] : []
    })
    return { ...value, ...Object.fromEntries(entries) }
  }
}
