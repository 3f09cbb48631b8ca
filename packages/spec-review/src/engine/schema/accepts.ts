import type { Json } from '../../change.ts'
import { asObject, isSame } from '../../document/json.ts'
import { typeOf } from './types.ts'
import { readKeyword, type Reader, type View } from './view.ts'

/** Whether a schema accepts a value; undefined where only a validator could tell. */
export function accepts(reader: Reader, view: View, value: Json): boolean | undefined {
  if (!view.types.has(typeOf(value))) return false
  if (view.values && !view.values.some((listed) => isSame(listed, value))) return false
  const answers = [
    ...view.unions.map(({ branches, isExclusive, types }) => {
      if (!types.has(typeOf(value))) return true
      const each = branches.map((branch) => accepts(reader, reader.read(branch), value))
      if (!isExclusive && each.includes(true)) return true
      if (each.includes(undefined)) return undefined
      const count = each.filter(Boolean).length
      return isExclusive ? count === 1 : count > 0
    }),
    ...readKeyword(view, 'not').map((not) => {
      const answer = accepts(reader, reader.read([not]), value)
      return answer === undefined ? undefined : !answer
    }),
    ...view.parts.map(({ node }) => acceptsScalar(node, value)),
  ]
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

function acceptsScalar(node: Record<string, Json>, value: Json): boolean | undefined {
  if (node['if'] !== undefined || node['$dynamicRef'] !== undefined) return undefined
  if (typeof value === 'string') return acceptsString(node, value)
  if (typeof value === 'number') return acceptsNumber(node, value)
  return value === null || typeof value === 'boolean' || Object.keys(asObject(value)).length === 0 ? true : undefined
}

function acceptsString({ minLength, maxLength, pattern, format }: Record<string, Json>, value: string) {
  const length = [...value].length
  if (typeof minLength === 'number' && length < minLength) return false
  if (typeof maxLength === 'number' && length > maxLength) return false
  if (typeof pattern === 'string' && !matches(pattern, value)) return false
  return format === undefined ? true : undefined
}

function acceptsNumber(node: Record<string, Json>, value: number): boolean | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = node
  if (typeof minimum === 'number' && value < minimum) return false
  if (typeof maximum === 'number' && value > maximum) return false
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) return false
  if (typeof multipleOf === 'number' && !Number.isInteger(value / multipleOf)) return false
  return format === undefined ? true : undefined
}

/** A pattern that this language cannot read matches nothing here. */
export function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return false
  }
}
