import type { Json, Schema } from '../contract.ts'
import type { Schemas } from '../schema/schemas.ts'

/** Describes how a value violates one keyword of its schema, in the API's wording. */
export function describeProblem(schemas: Schemas, keyword: string, schema: Schema, value: Json): string {
  const limit = (schema as Json)?.[keyword]
  const describe = messages[keyword]
  if (describe) return describe(limit)
  switch (keyword) {
    case 'anyOf':
      return describeBranches(limit, schemas) ?? 'Invalid input'
    case 'type':
      return `Expected ${schema.enum?.map(quote).join(' | ') ?? [limit].flat()[0]}, received ${typeOf(value)}`
    case 'enum':
      return `Invalid enum value. Expected ${limit.map(quote).join(' | ')}, received ${quote(value)}`
    case 'format':
    case 'pattern':
      return schema.format ? `Invalid ${schema.format.replace('-', '')}` : 'Invalid'
    default:
      return 'Invalid input'
  }
}

/** The messages for keywords that need nothing but the keyword's value. */
const messages: Record<string, (limit: Json) => string> = {
  const: (value) => `Invalid literal value, expected ${JSON.stringify(value)}`,
  exclusiveMaximum: (limit) => `Number must be less than ${limit}`,
  exclusiveMinimum: (limit) => `Number must be greater than ${limit}`,
  maximum: (limit) => `Number must be less than or equal to ${limit}`,
  maxItems: (limit) => `Array must contain at most ${limit} element(s)`,
  maxLength: (limit) => `String must contain at most ${limit} character(s)`,
  maxProperties: (limit) => `Object must contain at most ${limit} key(s)`,
  minimum: (limit) => `Number must be greater than or equal to ${limit}`,
  minItems: (limit) => `Array must contain at least ${limit} element(s)`,
  minLength: (limit) => `String must contain at least ${limit} character(s)`,
  minProperties: (limit) => `Object must contain at least ${limit} key(s)`,
  multipleOf: (limit) => `Number must be a multiple of ${limit}`,
  uniqueItems: () => 'Array must contain unique elements',
}

/** `a, or b and c, is required` for branches that require different properties. */
function describeBranches(branches: Schema[], schemas: Schemas): string | undefined {
  const needs = branches.map((branch) => schemas.follow(branch).required)
  return needs.every(Boolean) ? `${needs.map((names) => names!.join(' and ')).join(', or ')}, is required` : undefined
}

const typeOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const quote = (value: Json) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))
