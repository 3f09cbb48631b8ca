import { makeExample } from '../schemas/example-value.ts'
import type { DescribedContent, DescribedOperation } from './operation.ts'
import type { NamedExample } from './scenario.ts'
import { createNaming } from '../pages/paths.ts'
import type { Shape } from '../schemas/shape.ts'

/** One value of `error.type`. */
export interface ErrorType {
  type: string
  /** The page's path, without an extension. */
  page: string
  description: string
  /** Of the responses that have it in an example, or else of the only one that can have it. */
  statuses: string[]
  /** Of every response whose schema lists it. */
  possible: string[]
  /** Made from the schema, for a type without an example. */
  made: unknown
  /** The different examples of responses that have it, each with its status and the operations that give it. */
  occurrences: { status: string; operations: DescribedOperation[]; example: NamedExample }[]
}

/** More examples than these of one error are on the pages of their operations only. */
const examplesPerError = 10

/** Every type of error that a response of an operation can have, in the order of the spec. */
export function listErrorTypes(operations: DescribedOperation[]): ErrorType[] {
  const types = new Map<string, ErrorType>()
  const nameFile = createNaming()
  for (const { response, content, value, description } of operations.flatMap(listPossible)) {
    const type = String(value)
    const known = types.get(type)
    // Its own words come first; those of a response hold for it where it is the only one.
    if (known && !known.possible.includes(response.status)) known.possible.push(response.status)
    if (known) continue
    const page = `errors/${nameFile([type])}`
    const made = makeError(content, value)
    types.set(type, {
      type,
      page,
      description: description ?? response.description,
      made,
      statuses: [],
      possible: [response.status],
      occurrences: [],
    })
  }
  for (const operation of operations) {
    for (const { status, contents } of operation.responses) {
      for (const example of contents.flatMap(({ examples }) => examples)) {
        const type = types.get(readErrorType(example.value) ?? '')
        if (type) addOccurrence(type, status, operation, example)
      }
    }
  }
  for (const type of types.values()) {
    if (type.statuses.length === 0 && type.possible.length === 1) type.statuses.push(...type.possible)
  }
  return [...types.values()]
}

/** Every value of `error.type` that the schemas of the responses list, with where they do. */
const listPossible = ({ responses }: DescribedOperation) =>
  responses.flatMap((response) =>
    response.contents.flatMap((content) =>
      (findErrorType(content.shape)?.values ?? []).map((listed) => ({ ...listed, response, content })),
    ),
  )

/** A body with this type, and otherwise as the schema makes it. */
function makeError({ schema }: DescribedContent, type: unknown): unknown {
  const made = Object(schema && makeExample(schema, 'response'))
  return { ...made, error: { ...made.error, type } }
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

/** The shape of `error.type`, if a response has it. */
export const findErrorType = (shape?: Shape) => find(find(shape, 'error'), 'type')

const find = (shape: Shape | undefined, name: string) =>
  shape?.groups.flatMap(({ properties }) => properties).find(({ property }) => property === name)

/** `error.type` of an example response, if it has one. */
export function readErrorType(value: unknown): string | undefined {
  const { error } = Object(value)
  return Object(error).type
}
