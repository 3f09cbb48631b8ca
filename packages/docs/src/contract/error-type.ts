import type { DescribedOperation, NamedExample } from './operation.ts'
import type { Shape } from './shape.ts'

/** One value of `error.type`. */
export interface ErrorType {
  type: string
  description: string
  statuses: string[]
  /** The different examples of responses that have it, each with its status and the operations that give it. */
  occurrences: { status: string; operations: DescribedOperation[]; example: NamedExample }[]
}

/** More examples than these of one error are on the pages of their operations only. */
const examplesPerError = 10

/** Every type of error that a response of an operation can have, in the order of the spec. */
export function listErrorTypes(operations: DescribedOperation[]): ErrorType[] {
  const types = new Map<string, ErrorType>()
  for (const { responses } of operations) {
    for (const { contents } of responses) {
      for (const { shape } of contents)
        for (const { value, description = '' } of findErrorType(shape)?.values ?? [])
          types.set(String(value), { type: String(value), description, statuses: [], occurrences: [] })
    }
  }
  for (const operation of operations) {
    for (const { status, contents } of operation.responses) {
      for (const example of contents.flatMap(({ examples }) => examples)) {
        const type = types.get(readErrorType(example.value) ?? '')
        if (type) addOccurrence(type, status, operation, example)
      }
    }
  }
  return [...types.values()]
}

function addOccurrence(
  { statuses, occurrences }: ErrorType,
  status: string,
  operation: DescribedOperation,
  example: NamedExample,
): void {
  if (!statuses.includes(status)) statuses.push(status)
  const known = occurrences.find((occurrence) => occurrence.status === status && isSame(occurrence.example, example))
  if (known && !known.operations.includes(operation)) known.operations.push(operation)
  if (!known && occurrences.length < examplesPerError) occurrences.push({ status, operations: [operation], example })
}

const isSame = (one: NamedExample, other: NamedExample) => JSON.stringify(one) === JSON.stringify(other)

/** Whether the page of an error has an example. */
export const hasExample = ({ occurrences }: ErrorType, status: string, example: NamedExample) =>
  occurrences.some((occurrence) => occurrence.status === status && isSame(occurrence.example, example))

/** The shape of `error.type`, where a response has it. */
export const findErrorType = (shape?: Shape) => find(find(shape, 'error'), 'type')

const find = (shape: Shape | undefined, name: string) =>
  shape?.groups.flatMap(({ properties }) => properties).find(({ property }) => property === name)

/** `error.type` of an example response, where it has one. */
export function readErrorType(value: unknown): string | undefined {
  const { error } = Object(value)
  return Object(error).type
}
