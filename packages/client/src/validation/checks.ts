import type { Issue } from '../issues.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- before it is checked, a value has any shape
type Json = any

/** Reports what is wrong with a value. Returns something falsy if its type is wrong, which ends the checks of the value. */
export type Check = (value: Json) => unknown

/** The checks of an operation's bodies. */
export type Checks = readonly [path: string, request: Check, response: Check]

export interface Test {
  test(value: Json): boolean
}

// A check waits for nothing, so one set of variables is enough, and cheaper than one for each value.
let issues: Issue[]
/** What leads to the value at hand: the names of properties, and indexes such as `[0]`. */
let steps: string[]
/** How many values inside of others have been checked. */
let visits = 0

/** The issues of a value parsed from JSON. */
export function listIssues(check: Check | undefined, value: Json): Issue[] {
  issues = []
  steps = []
  check?.(value)
  return issues
}

/** Returns a number above 0. */
const report = (message: string, ...name: string[]): number =>
  issues.push({ path: [...steps, ...name].join('.').replaceAll('.[', '['), message })

function visit(check: Check, value: Json, step: string): void {
  visits++
  steps.push(step)
  check(value)
  steps.pop()
}

/** A schema that says nothing. */
export const any: Check = () => true

/** `allOf`. */
export const all =
  (...checks: Check[]): Check =>
  (value) =>
    checks.every((check) => check(value))

/** `type`, in words that hold its names, such as `a string or null`, and what else a value of that type has to pass. */
export const type = (words: string, check: Check = any): Check => {
  // Most values of a schema have the same type, and a search in the words takes longer.
  let last: string
  return (value) => {
    const name = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    if (name !== last && !words.includes(name)) return !report(`must be ${words}`)
    last = name
    return check(value)
  }
}

/** `enum` or `const`. */
export const oneOf =
  (...values: Json[]): Check =>
  (value) =>
    values.includes(value) || report(`must be ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`)

/** A test, such as a `pattern`, that a value other than null has to pass, and what such a value must: `be a uuid`. */
export const test =
  (passing: Test, message: string): Check =>
  (value) =>
    value === null || passing.test(value) || report(`must ${message}`)

/** An array, or what `words` say, with `items`. */
export const array = (check: Check, words = 'an array'): Check =>
  // `forEach` returns nothing.
  type(words, (value) => !value?.forEach((item: Json, index: number) => visit(check, item, `[${index}]`)))

/**
 * An object, or what `words` say, with `properties`.
 *
 * @param required How many of the properties are required; they are the first.
 * @param isClosed Whether it may have no other properties.
 * @param rest What else the object has to pass.
 */
export function object(
  properties: Readonly<Record<string, Check>>,
  required = 0,
  isClosed?: boolean,
  rest: Check = any,
  words = 'an object',
): Check {
  const checks = new Map(Object.entries(properties))
  const needed = Object.keys(properties).slice(0, required)
  return type(words, (value) => {
    if (value) {
      for (const name of needed) if (!Object.hasOwn(value, name)) report('is required', name)
      for (const name of Object.keys(value)) {
        const check = checks.get(name)
        if (check) visit(check, value[name], name)
        else if (isClosed) report('is not a known property', name)
      }
    }
    return rest(value)
  })
}

/** An object with no other properties than some. */
export const only =
  (isKnown: (name: string) => boolean): Check =>
  (value) => {
    for (const name of Object.keys(value ?? {})) if (!isKnown(name)) report('is not a known property', name)
    return true
  }

/** `patternProperties`, and `additionalProperties` with a test for the names that are neither. */
export const patterns =
  (...pairs: [pattern: { test(name: string): boolean }, check: Check][]): Check =>
  (value) => {
    for (const name of Object.keys(value ?? {})) {
      for (const [pattern, check] of pairs) if (pattern.test(name)) visit(check, value[name], name)
    }
    return true
  }

/** A check of values whose property has a certain value. */
export const where =
  (name: string, expected: unknown, check: Check): Check =>
  (value) =>
    value?.[name] !== expected || check(value)

/**
 * `anyOf`. If none of the branches fits, the issues are those of the one that checks most of what is inside of the value.
 *
 * @param needs What to say of a value in which no branch checks anything.
 */
export const anyOf =
  (branches: Check[], needs?: string): Check =>
  (value) => {
    const start = issues.length
    let best: Issue[] = []
    let most = -Infinity
    for (const check of branches) {
      const before = visits
      check(value)
      const found = issues.splice(start)
      if (!found[0]) return true
      const score = visits - before - found.length / 1e6
      if (score > most) {
        most = score
        best = found
      }
    }
    return needs && most < 0 ? report(needs) : issues.push(...best)
  }

/** A check that refers to itself. */
export const later =
  (read: () => Check): Check =>
  (value) =>
    read()(value)
