import type { OutputUnit } from '@cfworker/json-schema'
import type { Json, Schema } from '../contract.ts'
import { isObject } from '../schema/fit.ts'
import type { Schemas } from '../schema/schemas.ts'
import { describeProblem } from './problems.ts'

export interface Issue {
  path: string[]
  message: string
}

/** The problems of a body, in the API's wording. */
export function findIssues(schemas: Schemas, root: Schema, body: Json): Issue[] {
  const leaves = chooseBranches(schemas.check(root, body)).filter(({ keyword }) => !wrappers.test(keyword))
  // A value of the wrong type also violates the other keywords of its schema.
  const mistyped = new Set(leaves.filter(({ keyword }) => keyword === 'type').map(placeOf))
  const issues = leaves
    .filter((error) => error.keyword === 'type' || !mistyped.has(placeOf(error)))
    .map(({ keyword, keywordLocation, instanceLocation, error }): Issue => {
      const path = split(instanceLocation)
      if (keyword === 'required') return { path: [...path, /"(.*)"/s.exec(error)![1]!], message: 'Required' }
      return { path, message: describeProblem(schemas, keyword, schemaAt(keywordLocation), valueAt(path)) }
    })
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()]

  /**
   * Keeps the errors of only one alternative of each list that has no match: the one closest to the body, if any is
   * close.
   */
  function chooseBranches(all: OutputUnit[]): OutputUnit[] {
    return all.reduce((rest, error) => {
      const alternatives = schemaAt(error.keywordLocation)?.[error.keyword as 'anyOf']
      if (!/^(any|one)Of$/.test(error.keyword) || !alternatives) return rest
      const value = valueAt(split(error.instanceLocation))
      const branches = alternatives.map((schema, index) => {
        const names = Object.keys(schemas.properties(schema))
        const found = rest.filter((other) => isInside(other, error, index))
        return {
          found,
          tags: found.filter(({ keyword }) => keyword === 'const').length,
          count: found.filter(({ keyword }) => !wrappers.test(keyword)).length,
          present: names.filter((name) => isObject(value) && Object.hasOwn(value, name)).length,
        }
      })
      branches.sort((one, other) => one.tags - other.tags || other.present - one.present || one.count - other.count)
      const isNear = branches.every(({ count }) => count > 0) && (branches[0]!.present > 0 || !isObject(value))
      const dropped = new Set(branches.slice(isNear ? 1 : 0).flatMap(({ found }) => found))
      if (isNear) dropped.add(error)
      return rest.filter((other) => !dropped.has(other))
    }, all)
  }

  function valueAt(path: string[]): Json {
    return path.reduce((value, key) => value[key], body)
  }

  /** The schema that contains the keyword. */
  function schemaAt(keywordLocation: string): Schema {
    return split(keywordLocation)
      .slice(0, -1)
      .reduce((schema: Json, key) => (key === '$ref' ? schemas.follow({ $ref: schema.$ref }) : schema[key]), root)
  }
}

/** More problems are only counted. */
const maxListed = 100

/** The API's error object for a request with these problems. */
export function toInputError(issues: Issue[]): Json {
  const listed = issues.slice(0, maxListed)
  const sentences = listed.map(({ path, message }) => {
    if (path.length === 0) return message
    return message === 'Required' ? `${path.join('.')} is required` : `${message} for "${path.join('.')}"`
  })
  const validationErrors = createLevel()
  if (issues.length > maxListed) sentences.push(`and ${issues.length - maxListed} more`)
  for (const { path, message } of listed) {
    const level = path.reduce((errors, key) => (errors[key] ??= createLevel()), validationErrors)
    level['_errors'].push(message)
  }
  return {
    type: 'invalid_input',
    message: issues.length > 1 ? `${issues.length} Input Errors: ${sentences.join(', ')}` : sentences[0],
    validation_errors: validationErrors,
  }
}

/** The keywords whose errors only say that something inside is invalid. */
const wrappers =
  /^(\$ref|additionalProperties|allOf|dependentSchemas|if|items|patternProperties|prefixItems|properties)$/

const isInside = ({ instanceLocation, keywordLocation }: OutputUnit, outer: OutputUnit, branch: number) =>
  keywordLocation.startsWith(`${outer.keywordLocation}/${branch}/`) &&
  `${instanceLocation}/`.startsWith(`${outer.instanceLocation}/`)

// Without a prototype, because a property can have the name of one of its members.
const createLevel = (): Json => Object.assign(Object.create(null), { _errors: [] })

const placeOf = ({ instanceLocation, keywordLocation }: OutputUnit) =>
  `${instanceLocation} ${keywordLocation.slice(0, keywordLocation.lastIndexOf('/'))}`

const split = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
