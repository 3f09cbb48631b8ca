import type { Json } from '@seam-acs/spec/model'

/** The schema that accepts what any of the simplified branches accepts. */
export function unite(nested: Json[], isRequest: boolean): Json {
  const branches = nested.flatMap((branch) => (Object.keys(branch).join() === 'anyOf' ? branch.anyOf : [branch]))
  if (branches.length === 1) return branches[0]
  // An open enum: its listed values are strings among others.
  const isPlain = (branch: Json) => Object.keys(branch).every((key) => key === 'type' || key === 'name')
  if (branches.every((branch) => isOfType(branch, 'string')) && branches.some(isPlain)) return { type: ['string'] }
  const isNull = (branch: Json) => isOfType(branch, 'null') && isPlain(branch)
  const values = branches.filter((branch) => !isNull(branch))
  if (values.length < branches.length) return values.length > 0 ? addNull(unite(values, isRequest)) : branches[0]
  const objects = branches.filter((branch) => isOfType(branch, 'object'))
  const others = branches.filter((branch) => !isOfType(branch, 'object'))
  if (objects.length < 2) return { anyOf: branches }
  const united = discriminate(objects, isRequest) ?? { type: ['object'], anyOf: objects, needs: putInWords(objects) }
  return others.length > 0 ? { anyOf: [united, ...others] } : united
}

const isOfType = ({ type }: Json, name: string) => `${type}` === name

function addNull(schema: Json): Json {
  const { type, enum: values, anyOf, allOf = [], recursion } = schema
  const isMergeable = type && !anyOf && !recursion && allOf.every(({ guard }: Json) => guard)
  if (!isMergeable) return { anyOf: [schema, { type: ['null'] }] }
  return { ...schema, type: [...type, 'null'], ...(values && { enum: [...values, null] }) }
}

/** `a, or b and c` for branches without a required property in common. */
function putInWords(branches: Json[]): string | undefined {
  const names = branches.flatMap(({ required }) => required ?? [])
  if (new Set(names).size < names.length || !branches.every(({ required }) => required)) return undefined
  return branches.map(({ required }) => required.join(' and ')).join(', or ')
}

/**
 * The schema of branches that differ by the value of one string property, the discriminator: this property, and the rest
 * of each branch, guarded by its value. Undefined for any other branches.
 */
function discriminate(branches: Json[], isRequest: boolean): Json {
  const isShape = (branch: Json) => Object.keys(branch).every((key) => /^(name|properties|required|type)$/.test(key))
  const name = branches[0].required?.find((each: string) =>
    branches.every(({ required, properties }) => required?.includes(each) && properties && isTag(properties[each])),
  )
  if (!name || !branches.every(isShape)) return undefined
  const listed = branches.filter(({ properties }) => properties[name].enum)
  const unlisted = branches.filter(({ properties }) => properties[name].not)
  const values: string[] = listed.flatMap(({ properties }) => properties[name].enum)
  const isRest = ({ properties, required }: Json) =>
    `${properties[name].not.enum.toSorted()}` === `${values.toSorted()}` &&
    Object.keys(properties).length === 1 &&
    required.length === 1
  if (new Set(values).size < values.length || unlisted.length > 1 || !unlisted.every(isRest)) return undefined

  const guarded = listed.flatMap(({ properties: { [name]: tag, ...properties }, required }) => {
    const rest = { type: ['object'], required: required.filter((each: string) => each !== name), properties }
    const isEmpty = Object.keys(properties).length + rest.required.length === 0
    return isEmpty ? [] : tag.enum.map((value: string) => ({ ...rest, guard: [name, value] }))
  })
  // In a request, a property is known if any branch declares it.
  const declared = isRequest ? guarded.flatMap(({ properties }) => Object.keys(properties)) : []
  const tag = { type: ['string'], ...(unlisted.length === 0 && { enum: values }) }
  return {
    type: ['object'],
    required: [name],
    properties: { [name]: tag, ...Object.fromEntries(declared.map((each) => [each, {}])) },
    ...(guarded.length > 0 && { allOf: guarded }),
  }
}

/** Whether a schema requires a string to be in a list, or not in it. */
function isTag(schema: Json): boolean {
  const list = schema?.enum ?? schema?.not?.enum
  const others = Object.keys(schema ?? {}).filter((key) => !/^(enum|not|type)$/.test(key))
  return (
    `${schema?.type ?? 'string'}` === 'string' &&
    others.length === 0 &&
    !(schema.enum && schema.not) &&
    Boolean(list?.every((value: Json) => typeof value === 'string'))
  )
}
