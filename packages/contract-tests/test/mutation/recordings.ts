import { findAnswer, listOperations, resolve } from '../check.ts'
import type { Json, Recording } from '../recording.ts'
import { isJson, own, typeOf } from '../validators/check-body.ts'
import { findRefusal } from '../validators/check-request.ts'
import { recordingSchema } from '../validators/recording-schema.ts'
import { mutateExchange } from './recordings-exchanges.ts'
import { mutateValue } from './recordings-values.ts'

/** A recording with one change that makes it one of nothing the spec has. */
export interface Mutant {
  /** What was done, such as `drop`. */
  operator: string
  /** Where, such as `/response/body/ok`. */
  at: string
  recording: Json
}

/**
 * Every systematic mutant of a recording that is a violation by construction: of its bodies under the schemas
 * of the contract, of everything around them under that of recordings, and of how they belong together.
 *
 * `others` are where an answer of another status or a valid request comes from.
 */
export function* mutateRecording(contract: Json, recording: Recording, others: Recording[]): Generator<Mutant> {
  const { request, response } = recording
  for (const { operator, at, value } of mutateValue(contract, recordingSchema, recording)) {
    yield { operator, at, recording: value }
  }
  const operation = findOperation(contract, recording)
  const mayBeAnything = findRefusal(response) !== undefined
  const requestSchema = mayBeAnything ? undefined : findSchema(operation?.requestBody?.content, request)
  const answer = resolve(contract, findAnswer(operation?.responses ?? {}, response.status))
  const sides = { request: requestSchema, response: findSchema(answer?.content, response) }
  for (const side of ['request', 'response'] as const) {
    if (!sides[side]) continue
    for (const { operator, at, value: body } of mutateValue(contract, sides[side], recording[side].body)) {
      yield { operator, at: `/${side}/body${at}`, recording: { ...recording, [side]: { ...recording[side], body } } }
    }
  }
  yield* mutateExchange(contract, recording, others)
}

/** Where the method or the path is none of the spec's, any operation that has such an answer. */
function findOperation(contract: Json, { request, response }: Recording): Json {
  const item = listOperations(own(contract.paths, request.path) ?? {})
  const all = Object.values<Json>(contract.paths).flatMap((each) => Object.values<Json>(listOperations(each)))
  const { requestBody: _, ...foreign } = all.find(({ responses }) => findAnswer(responses, response.status)) ?? {}
  return own(item, request.method.toLowerCase()) ?? Object.values(item)[0] ?? foreign
}

function findSchema(content: Json, message: Recording['request'] | Recording['response']): Json {
  const type = typeOf(message)
  return isJson(type) && Object.hasOwn(message, 'body') ? own(content, type!)?.schema : undefined
}
