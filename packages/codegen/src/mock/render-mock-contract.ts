import type { OpenApiDocument, Operation, OperationResponse, Result } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { collectDefinitions } from './definitions.ts'
import { createSamples } from './samples.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the mock declares the type
type Json = any

/**
 * What the mock needs of an OpenAPI document, as `Contract` in packages/mock/src/contract.ts says.
 *
 * The first example of each success is valid: one of the document's, or one that is made up.
 *
 * @throws {Error} that names an operation that is not in house style, or whose response cannot be made up.
 */
export function toMockContract(document: OpenApiDocument): Json {
  const { schemas, addSchema } = collectDefinitions(document)
  const operations = readHouseOperations(document, 'mock').map(toOperation)
  // Only after all schemas are known, because they refer to each other.
  const { isGood, makeUp } = createSamples(schemas)
  for (const { path, response, success, result, answers } of operations) {
    if (!response) continue
    const { examples } = answers[success]
    const good = Object.entries<Json>(examples).find(([, { value }]) => isGood(response, value))
    const [name, example] = good ?? ['made_up', { type: 'application/json', value: makeUp(path, response, result) }]
    // In front, where the mock looks for it.
    answers[success].examples = { [name]: example, ...examples, [name]: example }
  }
  return { operations, schemas }

  function toOperation({ id, method, path, request, responses, result, success }: Operation): Json {
    return {
      path,
      method,
      request: addSchema(`${id} request`, request?.schema),
      success: Number(success!.status),
      response: addSchema(`${id} response`, success!.schema),
      result: toResult(result),
      answers: Object.fromEntries(responses.map((response) => [response.status, toAnswer(response)])),
    }
  }
}

function toResult(result: Result): Json {
  return 'key' in result ? { kind: result.kind, key: result.key } : { kind: result.kind }
}

function toAnswer({ headers, contents }: OperationResponse): Json {
  const documented = headers.map(({ name, example }) => [name.toLowerCase(), example])
  const examples = contents.flatMap(({ mediaType: type, examples: named }) =>
    named.map(({ name, value }) => [name, { type, value }]),
  )
  return {
    // The mock makes the request id itself.
    headers: Object.fromEntries(
      documented.filter(([name, value]) => name !== 'seam-request-id' && value !== undefined),
    ),
    examples: Object.fromEntries(examples),
  }
}

/** The mock's contract as a module. */
export function renderMockContract(document: OpenApiDocument): string {
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    "import type { Contract } from './contract.ts'",
    '',
    `export const contract: Contract = ${JSON.stringify(toMockContract(document), null, 2)}`,
    '',
  ].join('\n')
}
