import type { Issue } from '../issues.ts'
import type { Validator } from './check.ts'
import type { Schema } from './schema.ts'
import { schemas } from './validators.gen.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- before it is validated, a body has any shape
type Json = any

/** Checks requests and responses against the API's description. */
export const validator: Validator = {
  validateRequest: (path, body) => validate(schemas.get(path)?.[0], body, true),
  validateResponse: (path, body) => validate(schemas.get(path)?.[1], body, false),
}

const typeName = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

function validate(root: Schema | undefined, body: unknown, isClosed: boolean): Issue[] {
  const issues: Issue[] = []
  const report = (path: string, message: string) => issues.push({ path: path.replace(/^\./, ''), message })

  const visit = (schema: Schema, value: Json, path: string) => {
    if (isClosed && typeof value === 'object' && typeof value?.toJSON === 'function') value = value.toJSON()
    const known: string[] = []
    const isWrong = check(schema, value, path, known)
    if (isClosed && schema.p && !isWrong && typeName(value) === 'object') {
      for (const name of Object.keys(value)) {
        if (value[name] !== undefined && !known.includes(name)) report(`${path}.${name}`, 'is not a known property')
      }
    }
  }

  /** Adds the names that the schema declares to `known`. Truthy when the type is wrong, so that no more need be said. */
  const check = (schema: Schema, value: Json, path: string, known: string[]): unknown => {
    const { g: guard, t: types, e: values, c: format, p: properties, q: required = 0, o: branches } = schema
    if (guard && value?.[guard[0]] !== guard[1]) return
    if (types && !types.includes(typeName(value))) return report(path, `must be ${types}`)
    if (values && !values.includes(value))
      report(path, `must be ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`)
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
