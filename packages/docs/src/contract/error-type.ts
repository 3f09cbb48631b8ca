import type { Call, Named } from './operation.ts'
import type { Shape } from './shape.ts'

/** One value of `error.type`. */
export interface ErrorType {
  type: string
  description: string
  statuses: string[]
  /** The different examples of answers that have it, each with its status and the operations that give it. */
  occurrences: { status: string; calls: Call[]; example: Named }[]
}

/** More examples than these of one error are on the pages of their operations only. */
const most = 10

/** Every type of error that an answer of an operation can have, in the order of the spec. */
export function listErrorTypes(calls: Call[]): ErrorType[] {
  const types = new Map<string, ErrorType>()
  for (const { answers } of calls) {
    for (const { contents } of answers) {
      for (const { shape } of contents)
        for (const { value, description = '' } of errorType(shape)?.values ?? [])
          types.set(value, { type: value, description, statuses: [], occurrences: [] })
    }
  }
  for (const call of calls) {
    for (const { status, contents } of call.answers) {
      for (const example of contents.flatMap(({ examples }) => examples)) {
        const type = types.get(readErrorType(example.value) ?? '')
        if (type) addOccurrence(type, status, call, example)
      }
    }
  }
  return [...types.values()]
}

function addOccurrence({ statuses, occurrences }: ErrorType, status: string, call: Call, example: Named): void {
  if (!statuses.includes(status)) statuses.push(status)
  const known = occurrences.find((occurrence) => occurrence.status === status && isSame(occurrence.example, example))
  if (known && !known.calls.includes(call)) known.calls.push(call)
  if (!known && occurrences.length < most) occurrences.push({ status, calls: [call], example })
}

const isSame = (one: Named, other: Named) => JSON.stringify(one) === JSON.stringify(other)

/** Whether the page of an error has an example. */
export const hasExample = ({ occurrences }: ErrorType, status: string, example: Named) =>
  occurrences.some((occurrence) => occurrence.status === status && isSame(occurrence.example, example))

/** The shape of `error.type`, where an answer has it. */
const errorType = (shape?: Shape) => find(find(shape, 'error'), 'type')

const find = (shape: Shape | undefined, name: string) =>
  shape?.groups.flatMap(({ properties }) => properties).find(({ property }) => property === name)

/** `error.type` of an example answer, where it has one. */
export function readErrorType(value: unknown): string | undefined {
  const { error } = Object(value)
  return Object(error).type
}
