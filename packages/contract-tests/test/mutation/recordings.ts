import { recordingSchema, type Message, type Recording } from '@seam-acs/recorder/recording'
import { findResponse, readOperations, type Content, type OpenApiDocument } from '@seam-acs/spec/model'
import { findContent } from '../../src/validators/check-body.ts'
import { findRejection } from '../../src/validators/check-request.ts'
import type { Mutant } from './mutant.ts'
import { listBinding, mutateExchange } from './recordings-exchanges.ts'
import { mutateValue } from './recordings-values.ts'

/**
 * Every systematic mutant of a recording that is a violation by construction: of its bodies under the schemas
 * of the contract, of everything around them under that of recordings, and of how they belong together.
 *
 * `others` are where a response of another status or a valid request comes from.
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
  // Evidence has the envelope that any operation has for such a response.
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
