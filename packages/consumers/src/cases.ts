import { contract } from '@seam-acs/contract-tests/contract'
import { listArguments, toSendable } from '@seam-acs/contract-tests/replay'
import { expectOutcome, type Surface } from '@seam-acs/contract-tests/replay-outcome'
import { toText, type Recording } from '@seam-acs/recorder/recording'
import { readOperations, type Json } from '@seam-acs/spec/model'

/** What the suite in suite/suite.js replays: a request, its response, and what must come out of the client. */
export interface Case {
  name: string
  surface: Surface
  /** The method, such as `['acs', 'credentials', 'create']`. */
  names: readonly string[]
  /** What the method is called with. */
  given: Json[]
  request: { method: string; path: string; headers: Record<string, string>; text: string }
  response: { status: number; headers: Record<string, string>; text: string }
  outcome: Json
}

const operations = readOperations(contract)

/** A recording on the surfaces that differ in what they return. */
export function toCases(file: string, recording: Recording): Case[] {
  const { response } = recording
  // For a path that the spec does not have, any operation does.
  const operation = operations.find(({ path }) => path === recording.request.path) ?? operations[0]!
  return (['method', 'asResult', 'path'] as const).map((surface) => {
    // The path client sends what no method can, such as malformed JSON, but only by POST.
    const isSentAsItIs = surface === 'path' && recording.request.method === 'POST'
    const request = isSentAsItIs ? recording.request : toSendable(recording.request, operation)
    const { method, path, headers } = request
    return {
      name: `${file} (${surface})`,
      surface,
      names: operation.names,
      given: listArguments(request, operation),
      request: { method, path, headers, text: toText(request) },
      response: { status: response.status, headers: response.headers, text: toText(response) },
      outcome: withoutTexts(expectOutcome(response, operation, request, surface)),
    }
  })
}

/** Leaves out the texts of errors, which the contract tests check. A value that is undefined is absent. */
function withoutTexts(outcome: Json): Json {
  const isTextOfError = (holder: Json, name: string) => holder.is && (name === 'message' || name === 'text')
  return JSON.parse(
    JSON.stringify(outcome, function (this: Json, name: string, value: unknown) {
      return isTextOfError(this, name) ? undefined : value
    }),
  )
}
