import { SeamRequestError, SeamResponseError } from '../errors.ts'
import type { Issue } from '../issues.ts'
import type { Reply } from '../transport/response.ts'
import type { Schema } from './schema.ts'
import { schemas } from './validators.gen.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
type Json = any

/** What checks bodies against the API's description. */
export interface Validator {
  /**
   * What the server would reject in a request, and what it would drop silently because no schema declares it.
   * The body counts as `JSON.stringify` would send it. A path that the description does not have gets no issues.
   */
  validateRequest(path: string, body: unknown): Issue[]
  /**
   * Where the body of a successful response, parsed from JSON, differs from the description; it may hold more.
   * A path that the description does not have gets no issues.
   */
  validateResponse(path: string, body: unknown): Issue[]
  /** @throws {SeamRequestError} with the issues of a request, where it has any and the option `validate` asks for them. */
  checkRequest(when: ValidationMode, operation: string, path: string, body: unknown): void
  /** @throws {SeamResponseError} with the issues of a response, where it has any and `validate` asks for them. */
  checkResponse(when: ValidationMode, operation: string, path: string, reply: Reply): void
}

/** The option `validate`. */
export type ValidationMode = false | 'request' | 'response' | 'both' | undefined

export const validator: Validator = {
  validateRequest: (path, body) => validate(schemas.get(path)?.[0], body, true),
  validateResponse: (path, body) => validate(schemas.get(path)?.[1], body, false),
  checkRequest(when, operation, path, body) {
    const issues = when && when !== 'response' ? validator.validateRequest(path, body) : []
    if (issues[0]) throw new SeamRequestError(`${operation}: not sent: ${listIssues(issues)}`, issues)
  },
  checkResponse(when, operation, path, reply) {
    const issues = when && when !== 'request' ? validator.validateResponse(path, reply.json) : []
    if (issues[0]) throw new SeamResponseError(operation, reply.describe(), `with ${listIssues(issues)}`, issues)
  },
}

const listIssues = (issues: Issue[]) =>
  issues.map(({ path, message }) => `${path ? `"${path}"` : 'the body'} ${message}`).join(', ')

/** The names of the properties that JSON has. */
const listNames = (value: Json) => Object.keys(Object(value)).filter((name) => value[name] !== undefined)

const typeName = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

function validate(root: Schema | undefined, body: unknown, isClosed: boolean): Issue[] {
  const issues: Issue[] = []
  /** Where the value at hand is. */
  let path = ''

  const report = (message: string, at = path) => {
    issues.push({ path: at, message })
  }

  const join = (name: string) => (path ? `${path}.${name}` : name)

  const visit = (schema: Schema, value: Json, at: string) => {
    const outer = path
    path = at
    if (isClosed && typeof value?.toJSON === 'function') value = value.toJSON()
    const isOfType = check(schema, value)
    if (isClosed && schema.p && isOfType && typeName(value) === 'object') {
      for (const name of listNames(value)) {
        if (!declares(schema, name)) report('is not a known property', join(name))
      }
    }
    path = outer
  }

  /** @returns False when the type is wrong, so that no more need be said. */
  const check = (schema: Schema, value: Json): boolean => {
    const { g: guard, t: types, e: values, c: format } = schema
    if (guard && value?.[guard[0]] !== guard[1]) return true
    if (types && !types.includes(typeName(value))) {
      report(`must be ${types}`)
      return false
    }
    if (values && !values.includes(value)) {
      report(`must be ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`)
    }
    if (format && value !== null && !format.test(value)) report(`must ${schema.m}`)
    if (Object(value) === value) checkContents(schema, value)
    if (schema.a && !schema.a.every((part) => check(part, value))) return false
    if (schema.o) checkBranches(schema.o, value, schema.w)
    return true
  }

  const checkContents = ({ i: items, p: properties = {}, q: required = 0, k: patterns = [] }: Schema, value: Json) => {
    const names = listNames(value)
    if (items) value.forEach((item: Json, index: number) => visit(items, item, `${path}[${index}]`))
    Object.keys(properties).forEach((name, index) => {
      if (names.includes(name)) visit(properties[name]!, value[name], join(name))
      else if (index < required) report('is required', join(name))
    })
    for (const [pattern, inner] of patterns) {
      for (const name of names) if (pattern.test(name)) visit(inner, value[name], join(name))
    }
  }

  const checkBranches = (branches: readonly Schema[], value: Json, needs: string | undefined) => {
    const start = issues.length
    let best = { present: -1, found: issues }
    for (const branch of branches) {
      check(branch, value)
      if (issues.length === start) return
      const found = issues.splice(start)
      const present = listNames(value).filter((name) => declares(branch, name)).length
      if ((present - best.present || best.found.length - found.length) > 0) best = { present, found }
    }
    if (needs && !best.present) report(needs)
    else issues.push(...best.found)
  }

  if (root) visit(root, body, '')
  return issues
}

/** Whether a schema, its parts or its branches have a property of this name. */
const declares = ({ p: properties, k: patterns, a: all, o: branches }: Schema, name: string): unknown =>
  (properties && Object.hasOwn(properties, name)) ||
  patterns?.some(([pattern]) => pattern.test(name)) ||
  all?.some((part) => declares(part, name)) ||
  branches?.some((branch) => declares(branch, name))
