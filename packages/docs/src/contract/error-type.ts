import type { Call, Named } from './operation.ts'
import type { Shape } from './shape.ts'

/** One value of `error.type`. */
export interface ErrorType {
  type: string
  description: string
  /** The example answers that have it, each with its status and the operation that gives it. */
  occurrences: { status: string; call: Call; example: Named }[]
}

/** Every type of error that an answer of an operation can have, in the order of the spec. */
export function listErrorTypes(calls: Call[]): ErrorType[] {
  const types = new Map<string, ErrorType>()
  for (const { answers } of calls) {
    for (const { contents } of answers) {
      for (const { shape } of contents)
        for (const { value, description = '' } of errorType(shape)?.values ?? [])
          types.set(value, { type: value, description, occurrences: [] })
    }
  }
  for (const call of calls) {
    for (const { status, contents } of call.answers) {
      for (const example of contents.flatMap(({ examples }) => examples))
        types.get(readErrorType(example.value) ?? '')?.occurrences.push({ status, call, example })
    }
  }
  return [...types.values()]
}

/** The shape of `error.type`, where an answer has it. */
const errorType = (shape?: Shape) => find(find(shape, 'error'), 'type')

const find = (shape: Shape | undefined, name: string) =>
  shape?.groups.flatMap(({ properties }) => properties).find(({ property }) => property === name)

/** `error.type` of an example answer, where it has one. */
export function readErrorType(value: unknown): string | undefined {
  const { error } = Object(value)
  return Object(error).type
}
