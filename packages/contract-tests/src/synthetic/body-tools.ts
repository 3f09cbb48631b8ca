import { resolve, type Json, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import type { Accepts } from '../ledger/accepts.ts'
import type { Body } from '../ledger/bodies.ts'
import { isObject, type Demand, type Step } from '../ledger/demands.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import { readShape, type Alternative } from '../ledger/shape.ts'
import { createExample } from './example-value.ts'

export interface Tools {
  /** The least value of a schema, in the words of the document's examples. */
  exemplify: (schema: Schema, name?: string) => Json
  /**
   * A copy of a body that shows what an obligation demands, with as few changes as possible.
   * `entry` tells which of the properties whose names are not fixed to go into.
   */
  show: (body: Json, obligation: BodyObligation, entry?: number) => Json
}

interface Place {
  parent: Json
  key: string | number
}

export function createTools(contract: OpenApiDocument, bodies: Body[], accepts: Accepts): Tools {
  const examples = collectExamples(bodies)
  const exemplify = (schema: Schema, name = '') =>
    createExample(contract, schema, name, (each, part) => examples.get(each)?.find((value) => accepts(part, value)))
  return { exemplify, show }

  function show(body: Json, { body: { schema }, steps, demand, schema: own }: BodyObligation, entry = 0): Json {
    const holder = { body: structuredClone(body) }
    const { parent, key } = reach(holder, schema, steps, entry)
    const last = steps.at(-1)
    const name = nameOf(steps)
    if (demand.is === 'absent' && last && 'otherThan' in last) {
      for (const other of Object.keys(parent)) if (!last.otherThan.includes(other)) delete parent[other]
    } else if (demand.is === 'absent') {
      delete parent[key]
    } else if (demand.is === 'alternative' && last && 'items' in last) {
      parent.push(asAlternative(exemplify(own, name), demand))
    } else {
      parent[key] = createValue(parent[key], own, demand, name)
    }
    return holder.body
  }

  function createValue(value: Json, schema: Schema, demand: Exclude<Demand, { is: 'absent' }>, name: string): Json {
    switch (demand.is) {
      case 'present':
        return value ?? exemplify(schema, name)
      case 'null':
        return null
      case 'value':
        return demand.value
      case 'unknown':
        return `${name || 'value'}_of_tomorrow`
      case 'empty':
        return []
      case 'filled':
        return value?.length > 0 ? value : [exemplifyItem(schema, name)]
      case 'type':
        return exemplify({ type: demand.type }, name)
      case 'alternative':
        return asAlternative(value ?? exemplify(schema, name), demand)
    }
  }

  function exemplifyItem(schema: Schema, name: string): Json {
    return exemplify(readShape(contract, schema).items[0] ?? {}, name.replace(/s$/, ''))
  }

  /** Goes to the end of the steps, making what is missing on the way. */
  function reach(holder: { body: Json }, root: Schema, steps: Step[], entry: number): Place {
    let place: Place = { parent: holder, key: 'body' }
    let schema = root
    let name = ''
    for (const step of steps) {
      const { parent, key } = place
      const shape = readShape(contract, schema)
      parent[key] ??= exemplify(schema, name)
      const value = parent[key]
      if ('items' in step) {
        schema = shape.items[0]!
        if (value.length === 0) value.push(exemplify(schema, name.replace(/s$/, '')))
        place = { parent: value, key: 0 }
      } else if ('property' in step) {
        schema = shape.properties.find((property) => property.name === step.property)!.schema
        name = step.property
        place = { parent: value, key: name }
      } else {
        schema = shape.entries[0]!
        place = {
          parent: value,
          key: Object.keys(value).filter((each) => !step.otherThan.includes(each))[entry] ?? 'entry',
        }
      }
    }
    return place
  }

  function asAlternative(value: Json, { together, among }: Extract<Demand, { is: 'alternative' }>): Json {
    const made = together.map((alternative) => exemplify(alternative.schema))
    if (!isObject(value) || !made.every(isObject)) return made[0]
    const kept = { ...value }
    for (const { name } of among.filter((each) => !together.includes(each)).flatMap(listOwn)) delete kept[name]
    const missing = Object.fromEntries(made.flatMap((each) => Object.entries(each)).filter(([name]) => !(name in kept)))
    return { ...kept, ...describe(kept, together[0]!), ...missing, ...constants(together) }
  }

  /** A message that describes an alternative uses the description of the document. */
  function describe(value: Json, { schema }: Alternative): Json {
    const description: string = resolve(contract, schema).description ?? ''
    return typeof value.message === 'string' && description ? { message: description.split('\n')[0] } : {}
  }

  function constants(alternatives: Alternative[]): Json {
    const fixed = alternatives.flatMap(listOwn).filter((property) => 'const' in property.schema)
    return Object.fromEntries(fixed.map(({ name, schema }) => [name, schema.const]))
  }

  function listOwn({ schema }: Alternative) {
    return readShape(contract, schema).properties
  }
}

/** The name of the innermost property that the steps lead through. */
function nameOf(steps: Step[]): string {
  return steps.flatMap((step) => ('property' in step ? [step.property] : [])).at(-1) ?? ''
}

/** What the document's examples have under each property's name: scalars, and arrays of them. */
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
