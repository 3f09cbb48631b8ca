import type { OutputUnit } from '@cfworker/json-schema'
import type { Json, Schema } from './contract.ts'
import type { Schemas } from './schemas.ts'

export interface Issue {
  path: string[]
  message: string
}

/** What is wrong with a body, in the words of the API. */
export function findIssues(schemas: Schemas, root: Schema, body: Json): Issue[] {
  const leaves = chooseBranches(schemas.check(root, body)).filter(({ keyword }) => !wrappers.test(keyword))
  // A value of another type breaks the schema's other rules as well.
  const mistyped = new Set(leaves.filter(({ keyword }) => keyword === 'type').map(placeOf))
  const issues = leaves
    .filter((error) => error.keyword === 'type' || !mistyped.has(placeOf(error)))
    .map(({ keyword, keywordLocation, instanceLocation, error }): Issue => {
      const path = split(instanceLocation)
      if (keyword === 'required') return { path: [...path, /"(.*)"/s.exec(error)![1]!], message: 'Required' }
      return { path, message: describe(keyword, schemaAt(keywordLocation), valueAt(path)) }
    })
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()]

  /** Of each `anyOf` without a match only the branch that the body comes nearest to, if it comes near any. */
  function chooseBranches(all: OutputUnit[]): OutputUnit[] {
    return all.reduce((rest, error) => {
      if (error.keyword !== 'anyOf') return rest
      const value = valueAt(split(error.instanceLocation))
      const branches = schemaAt(error.keywordLocation).anyOf!.map((schema, index) => {
        const names = Object.keys(schemas.properties(schema))
        const found = rest.filter((other) => isInside(other, error, index))
        return {
          found,
          count: found.filter(({ keyword }) => !wrappers.test(keyword)).length,
          present: names.filter((name) => isObject(value) && Object.hasOwn(value, name)).length,
        }
      })
      branches.sort((one, other) => other.present - one.present || one.count - other.count)
      const isNear = branches[0]!.present > 0 || !isObject(value)
      const dropped = new Set(branches.slice(isNear ? 1 : 0).flatMap(({ found }) => found))
      if (isNear) dropped.add(error)
      return rest.filter((other) => !dropped.has(other))
    }, all)
  }

  function valueAt(path: string[]): Json {
    return path.reduce((value, key) => value[key], body)
  }

  /** The schema that has the keyword. */
  function schemaAt(keywordLocation: string): Schema {
    return split(keywordLocation)
      .slice(0, -1)
      .reduce((schema: Json, key) => (key === '$ref' ? schemas.follow({ $ref: schema.$ref }) : schema[key]), root)
  }

  function describe(keyword: string, schema: Schema, value: Json): string {
    const limit = (schema as Json)[keyword]
    switch (keyword) {
      case 'anyOf':
        return putInWords(limit) ?? 'Invalid input'
      case 'type':
        return `Expected ${schema.enum?.map(quote).join(' | ') ?? [limit].flat()[0]}, received ${typeOf(value)}`
      case 'enum':
        return `Invalid enum value. Expected ${limit.map(quote).join(' | ')}, received ${quote(value)}`
      case 'const':
        return `Invalid literal value, expected ${JSON.stringify(limit)}`
      case 'format':
      case 'pattern':
        return schema.format ? `Invalid ${schema.format.replace('-', '')}` : 'Invalid'
      case 'minLength':
        return `String must contain at least ${limit} character(s)`
      case 'maxLength':
        return `String must contain at most ${limit} character(s)`
      case 'minItems':
        return `Array must contain at least ${limit} element(s)`
      case 'maxItems':
        return `Array must contain at most ${limit} element(s)`
      case 'minimum':
        return `Number must be greater than or equal to ${limit}`
      case 'maximum':
        return `Number must be less than or equal to ${limit}`
      default:
        return 'Invalid input'
    }
  }

  /** `a, or b and c, is required` for branches that require different properties. */
  function putInWords(branches: Schema[]): string | undefined {
    const needs = branches.map((branch) => schemas.follow(branch).required)
    return needs.every(Boolean) ? `${needs.map((names) => names!.join(' and ')).join(', or ')}, is required` : undefined
  }
}

/** The body of the API's answer to such a request. */
export function toInputError(issues: Issue[]): Json {
  const sentences = issues.map(({ path, message }) => {
    if (path.length === 0) return message
    return message === 'Required' ? `${path.join('.')} is required` : `${message} for "${path.join('.')}"`
  })
  const validationErrors = createLevel()
  for (const { path, message } of issues) {
    const level = path.reduce((errors, key) => (errors[key] ??= createLevel()), validationErrors)
    level['_errors'].push(message)
  }
  return {
    type: 'invalid_input',
    message: issues.length > 1 ? `${issues.length} Input Errors: ${sentences.join(', ')}` : sentences[0],
    validation_errors: validationErrors,
  }
}

/** What only says that something inside is wrong. */
const wrappers =
  /^(\$ref|additionalProperties|allOf|dependentSchemas|if|items|patternProperties|prefixItems|properties)$/

const isInside = ({ instanceLocation, keywordLocation }: OutputUnit, outer: OutputUnit, branch: number) =>
  keywordLocation.startsWith(`${outer.keywordLocation}/${branch}/`) &&
  `${instanceLocation}/`.startsWith(`${outer.instanceLocation}/`)

// Without a prototype, whose names could be those of properties.
const createLevel = (): Json => Object.assign(Object.create(null), { _errors: [] })

const placeOf = ({ instanceLocation, keywordLocation }: OutputUnit) =>
  `${instanceLocation} ${keywordLocation.slice(0, keywordLocation.lastIndexOf('/'))}`

const split = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))

const isObject = (value: Json) => typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const quote = (value: Json) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))
