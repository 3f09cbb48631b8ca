import { resolve, type Json } from '@seam-acs/spec/model'
import type { Path } from './spec-change.ts'
import type { SpecMutant } from './spec.ts'

/** Why no exchange can distinguish a mutant of the spec from the spec; undefined if one might. */
export function explainEquivalence(
  contract: Json,
  { operator, at, contract: mutated }: SpecMutant,
): string | undefined {
  const schema = follow(contract, at.slice(0, -1))
  if (at.at(-1) === 'type' && /^(drop type|nullable on)$/.test(operator)) {
    if ('const' in schema || schema.enum) return 'the allowed values say the type as well'
    if (at.length === 4 && isBesideObjects(contract, `${at[2]}`))
      return 'what is beside it in an allOf says the type as well'
  }
  const anyOf = at.slice(0, at.lastIndexOf('anyOf') + 1)
  if (anyOf.length > 0 && [contract, mutated].every((each) => isAnyString(each, follow(each, anyOf)))) {
    return 'a branch beside it takes every string'
  }
  if (operator === 'drop enum value' && at.at(-2) === 'not' && isCoveredByBranch(contract, mutated, at)) {
    return 'the branch for this value demands no more than the one for all others'
  }
  if (operator === 'drop const' && isStrictestBranch(contract, at)) {
    return 'the other branches already accept what it lets through'
  }
  if (operator === 'add property' && follow(contract, at.slice(0, -2)).patternProperties) {
    return 'a pattern is there for this name'
  }
  if (operator === 'other schema of body' && demandsOfSchema(contract, at) === demandsOfSchema(mutated, at)) {
    return 'both demand the same'
  }
  if (operator === 'other response' && demandsOf(contract, at) === demandsOf(mutated, at)) return 'both demand the same'
  if (operator === 'drop schema of body' && at.at(-2) === 'text/plain') return 'a text is always a string'
  if (
    at.includes('security') &&
    Object.values<Json>(contract.paths).every((item) => isSameSecurity(contract, mutated, item))
  ) {
    return 'every operation demands the same, by its own security or by that of all'
  }
  return undefined
}

/** Why a mutant that is not equivalent survives, if that is known. */
export function explainSurvival({ operator, at }: SpecMutant): string {
  if (operator === 'drop default') return 'a default says what the server does with nothing, and no schema checks that'
  if (/security/i.test(at.join())) return 'no recording contains the header authorization, because it is a secret'
  if (operator === 'add enum value' && at.includes('not')) return 'no recording has the one value that was added'
  return 'a recording may be missing'
}

function follow(contract: Json, path: Path): Json {
  return path.reduce((node: Json, name) => node?.[name], contract)
}

/** Whether a component is there only in one `allOf`, beside others that are objects whatever branch holds. */
function isBesideObjects(contract: Json, name: string): boolean {
  const $ref = `#/components/schemas/${name}`
  const schemas = Object.values<Json>(contract.components.schemas)
  if (JSON.stringify(contract).split(`"${$ref}"`).length !== 2) return false
  return schemas.some(({ allOf = [] }) => {
    const members: string[][] = allOf.map(listRefs)
    const others = members.filter((refs) => !refs.includes($ref))
    const isObject = (each: string) => resolve<Json>(contract, { $ref: each }).type === 'object'
    return others.length < members.length && others.some((refs) => refs.length > 0 && refs.every(isObject))
  })
}

const listRefs = ({ $ref, anyOf = [] }: Json): string[] => ($ref ? [$ref] : anyOf.flatMap(listRefs))

function isAnyString(contract: Json, branches: Json[] | undefined): boolean {
  if (!branches) return false
  const schemas = branches.map((branch) => resolve(contract, branch))
  const isNarrow = ({ type, enum: values }: Json) =>
    type === 'string' || values?.every((value: Json) => typeof value === 'string')
  const isWide = (schema: Json) =>
    schema.type === 'string' && Object.keys(schema).every((keyword) => ['type', 'description'].includes(keyword))
  return schemas.every(isNarrow) && schemas.some(isWide)
}

/** Whether what `not` no longer excludes has a branch of its own, which demands nothing but this value. */
function isCoveredByBranch(contract: Json, mutated: Json, at: Path): boolean {
  const [value] = follow(contract, at).filter((each: Json) => !follow(mutated, at).includes(each))
  const name = `${at[4]}`
  return Object.values<Json>(contract.components.schemas).some(
    ({ properties = {}, required = [] }) =>
      properties[name]?.const === value &&
      Object.keys(properties).length === 1 &&
      required.every((each: string) => each === name),
  )
}

/** Whether all the branches beside a component demand nothing but a value of the property whose value is free now. */
function isStrictestBranch(contract: Json, at: Path): boolean {
  const [, , component, , name] = at.map(String)
  const $ref = `#/components/schemas/${component}`
  const lists = Object.values<Json>(contract.components.schemas).flatMap(({ allOf = [] }) => allOf.map(listRefs))
  const others = lists
    .filter((refs) => refs.includes($ref))
    .flat()
    .filter((each) => each !== $ref)
  const isPlain = ({ properties, required = [] }: Json) =>
    Object.keys(properties).join() === name && required.join() === name
  return others.length > 0 && others.every((each) => isPlain(resolve(contract, { $ref: each })))
}

/** Without its words. */
function demandsOfSchema(contract: Json, at: Path): string {
  const schema = resolve<Json>(contract, follow(contract, at))
  return JSON.stringify(schema, (name, value) =>
    name === 'description' && typeof value === 'string' ? undefined : value,
  )
}

function demandsOf(contract: Json, at: Path): string {
  const { content, headers = {} } = resolve(contract, follow(contract, at))
  const schemas = Object.entries<Json>(content).map(([type, { schema }]) => [type, schema])
  return JSON.stringify([schemas, Object.keys(headers).toSorted()])
}

function isSameSecurity(contract: Json, mutated: Json, item: Json): boolean {
  const path = Object.keys(contract.paths).find((name) => contract.paths[name] === item)!
  return Object.keys(item).every(
    (method) =>
      JSON.stringify(item[method].security ?? contract.security) ===
      JSON.stringify(mutated.paths[path][method].security ?? mutated.security),
  )
}
