import { componentName, type Json, type Operation, type Schema } from '@seam-acs/spec/model'
import type { Body } from '../ledger/bodies.ts'
import { isObject } from '../ledger/demands.ts'
import { readShape } from '../ledger/shape.ts'
import type { SynthesisContext } from './context.ts'
import { createEchoRule } from './echo.ts'
import { resources } from './resources/index.ts'
import type { Rule } from './rule.ts'
import type { Draft, Subject } from './repair-draft.ts'

/** Gives the objects that a response of an operation has, each with its rules. */
export function createListSubjects(
  { contract }: SynthesisContext,
  { result }: Operation,
  request: Body | undefined,
  success: Body,
): (draft: Draft) => Subject[] {
  const properties = readShape(contract, success.schema).properties
  const ofKeys = properties.filter(({ name }) => name !== 'ok' && name !== 'pagination')
  const rulesOf = new Map<Schema, { own: Rule[]; echo: Rule[]; isCreated: boolean }>()

  return (draft) =>
    listObjects(draft.response).flatMap(({ object, schema }, index): Subject[] => {
      if (!rulesOf.has(schema)) rulesOf.set(schema, createRules(schema))
      const { own, echo, isCreated } = rulesOf.get(schema)!
      // If the request does not create the object, the request that created it is made up.
      const asked = isCreated ? draft.request : (draft.origins[index] ??= {})
      return [
        { asked, object, rules: own },
        { asked: draft.request ?? {}, object, rules: echo },
      ]
    })

  function listObjects(response: Json): { object: Json; schema: Schema }[] {
    if (result.kind === 'none' || !isObject(response)) return []
    if (result.kind === 'one') return [{ object: response[result.key], schema: result.schema }]
    const found =
      result.kind === 'object'
        ? ofKeys.map(({ name, schema }) => ({ object: response[name], schema }))
        : [response[result.key] ?? []].flat().map((object: Json) => ({ object, schema: result.items }))
    return found.filter(({ object }) => isObject(object))
  }

  function createRules(schema: Schema): { own: Rule[]; echo: Rule[]; isCreated: boolean } {
    const resource = resources.find(({ component }) => component === componentName(schema))
    const asks = request ? readShape(contract, request.schema).properties : []
    const listValues = (property: string) => {
      const found = readShape(contract, schema).properties.find(({ name }) => name === property)
      return found ? readShape(contract, found.schema).values : []
    }
    return {
      own: resource?.createRules(listValues) ?? [],
      echo: request ? [createEchoRule(contract, request.schema, schema, resource?.listExcused ?? (() => []))] : [],
      isCreated: asks.some(({ name }) => name === resource?.createdWith),
    }
  }
}
