import { recordingSchema, type Message, type Recording } from '@seam-acs/recorder/recording'
import { findResponse, readOperations, type Content, type OpenApiDocument } from '@seam-acs/spec/model'
import { findContent } from '../../../src/validators/check-body.ts'
import { findRejection } from '../../../src/validators/check-request.ts'
import type { Mutant } from '../mutant.ts'
import { listBinding, mutateExchange } from './exchanges.ts'
import { mutateValue } from './values.ts'

/**
 * Every systematic mutant of a recording that is invalid by construction: its bodies by the schemas of the contract,
 * everything around them by the schema of recordings, and how both belong together.
 *
 * `others` provide responses with another status and valid requests.
 */
export function* mutateRecording(
  contract: OpenApiDocument,
  recording: Recording,
  others: Recording[],
): Generator<Mutant> {
  for (const { operator, at, value } of mutateValue(contract, recordingSchema, recording)) {
    yield { operator, at, recording: value }
  }
  const contents = findContents(contract, recording)
  for (const side of ['request', 'response'] as const) {
    const schema = findSchema(contents[side], recording[side])
    if (!schema) continue
    for (const { operator, at, value: body } of mutateValue(contract, schema, recording[side].body)) {
      yield { operator, at: `/${side}/body${at}`, recording: { ...recording, [side]: { ...recording[side], body } } }
    }
  }
  yield* mutateExchange(contract, recording, others)
}

/** What the bodies of a recording are checked against. */
function findContents(contract: OpenApiDocument, recording: Recording): Record<'request' | 'response', Content[]> {
  const { request, response } = recording
  const binding = listBinding(contract, recording)
  const own = binding.find(({ method }) => method === request.method)
  // A recording that need not match the spec has the envelope of any operation.
  const candidates = binding.length > 0 ? [own ?? binding[0]!] : readOperations(contract)
  const described = candidates.map((operation) => findResponse(operation, response.status))
  const mayBeAnything = findRejection(response) !== undefined || !own
  return {
    request: mayBeAnything ? [] : (own.request?.contents ?? []),
    response: described.find(Boolean)?.contents ?? [],
  }
}

function findSchema(contents: Content[], message: Message) {
  return Object.hasOwn(message, 'body') ? findContent(contents, message)?.schema : undefined
}
