import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import type { Json, Schema } from '@seam-acs/spec/model'
import { kinds } from './kinds.ts'

export interface Resource {
  /** Such as `thing_3`. */
  name: string
  /** The components that describe it. */
  schemas: Record<string, Schema>
  /** The properties that a request sets, with examples. */
  settable: Record<string, Schema>
  example: Json
  settableExample: Json
}

/** An object of house style. */
export function object(description: string, properties: Record<string, Schema>, required = Object.keys(properties)) {
  const names = Object.keys(properties).toSorted()
  return {
    type: 'object',
    description,
    ...(required.length > 0 && { required: required.toSorted() }),
    properties: Object.fromEntries(names.map((name) => [name, properties[name]!])),
  }
}

export const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const text = (description: string): Schema => ({ type: 'string', description })

const tags = ['jammed', 'offline', 'unplugged', 'worn']

/** A random resource with its warnings, which are a tagged union, and its parts, which have parts themselves. */
export function makeResource(name: string, random: RandomGenerator): Resource {
  const drawn = Array.from({ length: 10 }, (_, index) => ({
    key: `property_${index + 1}`,
    isRequired: uniformInt(random, 0, 1) === 0,
    kind: kinds[uniformInt(random, 0, kinds.length - 1)]!,
  }))
  const known = tags.slice(0, uniformInt(random, 2, tags.length))
  const fieldsOf = (side: 'request' | 'response') =>
    Object.fromEntries(drawn.map(({ key, kind }) => [key, describe(kind[side], `What ${key} of ${name} stands for.`)]))
  const id = describe({ type: 'string', format: 'uuid' }, `Names ${name} in all calls.`)
  const warnings: Schema = {
    type: 'array',
    description: 'Empty if nothing is wrong.',
    items: to(`${name}_warning`),
  }
  const parts: Schema = { type: 'array', description: 'What it consists of.', items: to(`${name}_part`) }
  const required = drawn.filter(({ isRequired }) => isRequired).map(({ key }) => key)
  const settableExample = Object.fromEntries(drawn.map(({ key, kind }) => [key, kind.example]))
  const branches = known.map((tag) => [`${name}_${tag}_warning`, makeWarning(tag)] as const)
  return {
    name,
    settable: fieldsOf('request'),
    settableExample,
    example: {
      ...settableExample,
      [`${name}_id`]: '7113de29-6130-4153-a6ea-1b7ca0fe3198',
      parts: [{ label: 'Frame', parts: [] }],
      warnings: [{ message: 'It needs care.', warning_code: known[0] }],
    },
    schemas: {
      [name]: object(
        'Something that a building has.',
        { ...fieldsOf('response'), [`${name}_id`]: id, parts, warnings },
        [...required, `${name}_id`, 'parts', 'warnings'],
      ),
      [`${name}_part`]: object('A piece, which may have pieces.', { label: text('What people call it.'), parts }),
      ...Object.fromEntries(branches),
      [`${name}_unlisted_warning`]: makeWarning({ not: { enum: known } }),
      [`${name}_warning`]: {
        description: 'Something to look at.',
        anyOf: [...branches.map(([branch]) => to(branch)), to(`${name}_unlisted_warning`)],
      },
    },
  }

  function makeWarning(tag: string | Schema): Schema {
    const code = { type: 'string', description: 'For programs.', ...(typeof tag === 'string' ? { const: tag } : tag) }
    return object('What to do about it.', { message: text('For people.'), warning_code: code })
  }
}

/** A schema with a description, and lint's order of keys. */
function describe({ type, ...others }: Schema, description: string): Schema {
  return { ...(type && { type }), description, ...others }
}
