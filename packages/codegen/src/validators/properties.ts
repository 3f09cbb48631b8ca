import type { Json } from '@seam-acs/spec/model'
import { quote } from '../quote.ts'
import { toRegExp } from './tests.ts'

/** Properties that a schema does not name. */
interface Pattern {
  /** Code of an object whose `test` takes a name. */
  test: string
  /** Code of the same as an expression of `name`. */
  condition: string
  schema: Json
  /** What messages of the generator call them. */
  at: string
}

export function toPatterns({ properties = {}, patternProperties = {}, additionalProperties }: Json): Pattern[] {
  const patterns = Object.entries<Json>(patternProperties).map(([at, schema]): Pattern => {
    const test = toRegExp(at)
    return { test, condition: `${test}.test(name)`, schema, at }
  })
  if (!additionalProperties) return patterns
  const known = [...isOneOf(Object.keys(properties)), ...patterns.map(({ condition }) => condition)]
  const condition = known.map((each) => `!${each}`).join(' && ')
  const others = condition
    ? { test: `{ test: (name: string) => ${condition} }`, condition: `(${condition})` }
    : { test: '/^/', condition: 'true' }
  return [...patterns, { ...others, schema: additionalProperties, at: '*' }]
}

/** The condition, unless it cannot hold. */
export const isOneOf = (names: string[]): string[] =>
  names.length > 0 ? [`[${names.map(quote).join(', ')}].includes(name)`] : []

/** Whether the branches together declare which properties an object may have. */
export function declareProperties(branches: Json[]): boolean {
  const objects = branches.filter(({ type }) => type?.includes('object'))
  const isDeclaration = (keyword: string) =>
    /^(additionalProperties|allOf|anyOf|patternProperties|properties|recursion|required)$/.test(keyword)
  return objects.length > 0 && objects.every((branch) => Object.keys(branch).some(isDeclaration))
}
