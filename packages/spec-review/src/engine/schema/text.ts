import { readKeyword, type View } from './view.ts'

/** A single value in words: `true` and 5 are the strings `true` and `5` where all is text. */
export function asText(view: View): View {
  const types = new Set(['string'] as const)
  if (view.values?.every((value) => value === null || typeof value !== 'object')) {
    return { ...view, types, values: view.values.map(String) }
  }
  if (view.types.size !== 1 || !view.types.has('boolean')) return view
  return { ...view, types, values: ['true', 'false'], valuesPointer: view.typePointer }
}

const LIMITS = ['pattern', 'maxLength', 'format', 'contentEncoding', 'contentMediaType', 'not', 'if']

/** Whether any text will do, that of a number among them. */
export function takesAnyText(view: View): boolean {
  if (!view.types.has('string') || view.values || view.unions.length > 0) return false
  const isLimited = LIMITS.some((keyword) => readKeyword(view, keyword).length > 0)
  return !isLimited && readKeyword(view, 'minLength').every(({ node }) => Number(node) <= 1)
}
