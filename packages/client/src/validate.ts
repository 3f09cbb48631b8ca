import type { Issue } from './issues.ts'
import { schemas } from './validators.gen.ts'

export type { Issue } from './issues.ts'

/** A JSON Schema in short, as the package `codegen` writes it. */
export interface Schema {
  /** Guard: the schema applies only where this property has this value. */
  readonly g?: readonly [name: string, value: unknown]
  /** `type`, in words that hold its names: `a string or null`. */
  readonly t?: string
  /** `enum` or `const`. */
  readonly e?: readonly unknown[]
  /** A test that a value other than null has to pass, such as a `pattern`, */
  readonly c?: { test(value: Json): unknown }
  /** and what such a value must: `be a uuid`. */
  readonly m?: string
  /**
   * `properties`, the required ones first; empty where only patterns or branches declare any.
   * Without it an object of a request may have any property.
   */
  readonly p?: Readonly<Record<string, Schema>>
  /** How many of the properties are required. */
  readonly q?: number
  /** `patternProperties`. */
  readonly k?: readonly (readonly [pattern: RegExp, schema: Schema])[]
  /** `items`. */
  readonly i?: Schema
  /** `allOf`. */
  readonly a?: readonly Schema[]
  /** `anyOf`, */
  readonly o?: readonly Schema[]
  /** and what to say of a value that has no property of any branch. */
  readonly w?: string
}

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
type Json = any

/**
 * What the server would refuse in a request, and what it would drop without a word because no schema declares it.
 * The body counts as `JSON.stringify` would send it. A path that the spec does not have gets no issues.
 */
export const validateRequest = (path: string, body: unknown): Issue[] => validate(schemas.get(path)?.[0], body, true)

/**
 * Where a 200 answer, parsed from JSON, is at odds with the spec; it may hold more than the spec knows.
 * A path that the spec does not have gets no issues.
 */
export const validateResponse = (path: string, body: unknown): Issue[] => validate(schemas.get(path)?.[1], body)

function validate(root: Schema | undefined, body: unknown, isClosed?: boolean): Issue[] {
  const issues: Issue[] = []
  const report = (path: string, message: string) => issues.push({ path: path.replace(/^\./, ''), message })

  const visit = (schema: Schema, value: Json, path: string) => {
    if (isClosed && typeof value === 'object' && typeof value?.toJSON === 'function') value = value.toJSON()
    const known: string[] = []
    const isWrong = check(schema, value, path, known)
    if (isClosed && schema.p && value && !isWrong) {
      for (const name of Object.keys(value)) {
        if (value[name] !== undefined && !known.includes(name)) report(`${path}.${name}`, 'is not a known property')
      }
    }
  }

  /** Adds the names that the schema declares to `known`. Truthy when the type is wrong, so that no more need be said. */
  const check = (schema: Schema, value: Json, path: string, known: string[]): unknown => {
    const { g: guard, t: types, e: values, c: format, p: properties, q: required = 0, o: branches } = schema
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    if (guard && value[guard[0]] !== guard[1]) return
    if (types && !types.includes(type)) return report(path, `must be ${types}`)
    if (values && !values.includes(value))
      report(path, `must be ${values[1] ? 'one of ' : ''}${values.map(String).join(', ')}`)
    if (value !== null) {
      if (format && !format.test(value)) report(path, `must ${schema.m}`)
      if (schema.i) value.forEach((item: Json, index: number) => visit(schema.i!, item, `${path}[${index}]`))
      let index = 0
      if (properties) {
        for (const name of Object.keys(properties)) {
          if (value[name] !== undefined && Object.hasOwn(value, name)) {
            known.push(name)
            visit(properties[name]!, value[name], `${path}.${name}`)
          } else if (index < required) report(`${path}.${name}`, 'is required')
          index++
        }
      }
      schema.k?.forEach(([pattern, inner]) => {
        for (const name of Object.keys(value)) {
          if (value[name] === undefined || !pattern.test(name)) continue
          known.push(name)
          visit(inner, value[name], `${path}.${name}`)
        }
      })
    }
    if (schema.a?.some((branch) => check(branch, value, path, known))) return true
    if (!branches) return
    const start = issues.length
    const results = branches.map((branch) => {
      const own: string[] = []
      check(branch, value, path, own)
      known.push(...own)
      return { found: issues.splice(start), present: own.length }
    })
    if (results.some(({ found }) => !found[0])) return
    results.sort((one, other) => other.present - one.present || one.found.length - other.found.length)
    if (schema.w && !results[0]!.present) report(path, schema.w)
    else issues.push(...results[0]!.found)
  }

  if (root) visit(root, body, '')
  return issues
}
