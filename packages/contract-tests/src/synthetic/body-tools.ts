import { resolve, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import type { Accepts } from '../ledger/accepts.ts'
import type { Body } from '../ledger/bodies.ts'
import { isObject, type Condition, type Step } from '../ledger/conditions.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import { mergeSchema, type Alternative } from '../ledger/merged-schema.ts'
import { createExample } from './example-value.ts'

export interface Tools {
  /** The smallest value of a schema, with values from the document's examples. */
  exemplify: (schema: Schema, name?: string) => Json
  /**
   * A copy of a body, changed as little as possible to meet an obligation.
   * `entry` selects one of the properties whose names are not fixed.
   */
  changeToMeet: (body: Json, obligation: BodyObligation, entry?: number) => Json
}

interface Place {
  parent: Json
  key: string | number
}

export function createTools(contract: OpenApiDocument, bodies: Body[], accepts: Accepts): Tools {
  const examples = collectExamples(bodies)
  const exemplify = (schema: Schema, name = '') =>
    createExample(contract, schema, name, (each, part) => examples.get(each)?.find((value) => accepts(part, value)))
  return { exemplify, changeToMeet }

  function changeToMeet(
    body: Json,
    { body: { schema }, steps, condition, schema: own }: BodyObligation,
    entry = 0,
  ): Json {
    const holder = { body: structuredClone(body) }
    const { parent, key } = reach(holder, schema, steps, entry)
    const last = steps.at(-1)
    const name = nameOf(steps)
    if (condition.is === 'absent' && last && 'otherThan' in last) {
      for (const other of Object.keys(parent)) if (!last.otherThan.includes(other)) delete parent[other]
    } else if (condition.is === 'absent') {
      delete parent[key]
    } else if (condition.is === 'alternative' && last && 'items' in last) {
      parent.push(asAlternative(exemplify(own, name), condition))
    } else {
      parent[key] = createValue(parent[key], own, condition, name)
    }
    return holder.body
  }

  function createValue(
    value: Json,
    schema: Schema,
    condition: Exclude<Condition, { is: 'absent' }>,
    name: string,
  ): Json {
    switch (condition.is) {
      case 'present':
        return value ?? exemplify(schema, name)
      case 'null':
        return null
      case 'value':
        return condition.value
      case 'unknown':
        return `${name || 'value'}_of_tomorrow`
      case 'empty':
        return []
      case 'filled':
        return value?.length > 0 ? value : [exemplifyItem(schema, name)]
      case 'type':
        return exemplify({ type: condition.type }, name)
      case 'alternative':
        return asAlternative(value ?? exemplify(schema, name), condition)
    }
  }

  function exemplifyItem(schema: Schema, name: string): Json {
    return exemplify(mergeSchema(contract, schema).items[0]?.schema ?? {}, name.replace(/s$/, ''))
  }

  /** Follows the steps, and creates what is missing on the way. */
  function reach(holder: { body: Json }, root: Schema, steps: Step[], entry: number): Place {
    let place: Place = { parent: holder, key: 'body' }
    let schema = root
    let name = ''
    for (const step of steps) {
      const { parent, key } = place
      parent[key] ??= exemplify(schema, name)
      for (const { alternative, among } of step.branches) {
        if (accepts(alternative.schema, parent[key])) continue
        parent[key] = asAlternative(parent[key], { is: 'alternative', together: [alternative], among })
      }
      const value = parent[key]
      schema = step.schema
      if ('items' in step) {
        if (value.length === 0) value.push(exemplify(schema, name.replace(/s$/, '')))
        place = { parent: value, key: 0 }
      } else if ('property' in step) {
        name = step.property
        place = { parent: value, key: name }
      } else {
        place = {
          parent: value,
          key: Object.keys(value).filter((each) => !step.otherThan.includes(each))[entry] ?? 'entry',
        }
      }
    }
    return place
  }

  function asAlternative(value: Json, { together, among }: Extract<Condition, { is: 'alternative' }>): Json {
    const made = together.map((alternative) => exemplify(alternative.schema))
    if (!isObject(value) || !made.every(isObject)) return made[0]
    const kept = { ...value }
    for (const { name } of among.filter((each) => !together.includes(each)).flatMap(listOwn)) delete kept[name]
    const missing = Object.fromEntries(made.flatMap((each) => Object.entries(each)).filter(([name]) => !(name in kept)))
    return { ...kept, ...describe(kept, together[0]!), ...missing, ...constants(together) }
  }

  /** The `message` of an alternative is the first line of its description. */
  function describe(value: Json, { schema }: Alternative): Json {
    const description: string = resolve(contract, schema).description ?? ''
    return typeof value.message === 'string' && description ? { message: description.split('\n')[0] } : {}
  }

  function constants(alternatives: Alternative[]): Json {
    const fixed = alternatives.flatMap(listOwn).filter((property) => 'const' in property.schema)
    return Object.fromEntries(fixed.map(({ name, schema }) => [name, schema.const]))
  }

  function listOwn({ schema }: Alternative) {
    return mergeSchema(contract, schema).properties
  }
}

/** The name of the last property in the steps. */
function nameOf(steps: Step[]): string {
  return steps.flatMap((step) => ('property' in step ? [step.property] : [])).at(-1) ?? ''
}

/** The scalars, and the arrays of scalars, that the document's examples have under each property's name. */
function collectExamples(bodies: Body[]): Map<string, Json[]> {
  const found = new Map<string, Json[]>()
  const collect = (value: Json, name: string) => {
    if (isObject(value)) for (const [each, inside] of Object.entries(value)) collect(inside, each)
    else if (Array.isArray(value) && value.some(isObject)) for (const item of value) collect(item, '')
    else if (value !== null && value?.length !== 0) found.set(name, [...(found.get(name) ?? []), value])
  }
  for (const { examples } of bodies) for (const { value } of examples) collect(value, '')
  return found
}
