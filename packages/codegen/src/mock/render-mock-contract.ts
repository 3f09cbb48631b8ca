import type { Json, OpenApiDocument, Operation, OperationResponse, Result } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { collectDefinitions } from './definitions.ts'
import { createSamples } from './samples.ts'

/**
 * Converts an OpenAPI document to the `Contract` of packages/mock/src/contract.ts.
 *
 * The first example of each success is valid. It is generated if the document has no valid one.
 *
 * @throws {Error} An error that names an operation that is not in house style or whose response cannot be generated.
 */
export function toMockContract(document: OpenApiDocument): Json {
  const { schemas, addSchema } = collectDefinitions(document)
  const operations = readHouseOperations(document, 'mock').map(toOperation)
  // After all schemas have been added, because they refer to each other.
  const { isValidSuccess, generate } = createSamples(schemas)
  for (const { path, response, success, result, responses } of operations) {
    if (!response) continue
    const { examples } = responses[success]
    const valid = Object.entries<Json>(examples).find(([, { value }]) => isValidSuccess(response, value))
    const [name, example] = valid ?? ['made_up', { type: 'application/json', value: generate(path, response, result) }]
    // The mock uses the first one.
    responses[success].examples = { [name]: example, ...examples, [name]: example }
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
      responses: Object.fromEntries(responses.map((response) => [response.status, toDocumentedResponse(response)])),
    }
  }
}

function toResult(result: Result): Json {
  return 'key' in result ? { kind: result.kind, key: result.key } : { kind: result.kind }
}

function toDocumentedResponse({ headers, contents }: OperationResponse): Json {
  const documented = headers.map(({ name, example }) => [name.toLowerCase(), example])
  const examples = contents.flatMap(({ mediaType: type, examples: named }) =>
    named.map(({ name, value }) => [name, { type, value }]),
  )
  return {
    // The mock generates the request ID itself.
    headers: Object.fromEntries(
      documented.filter(([name, value]) => name !== 'seam-request-id' && value !== undefined),
    ),
    examples: Object.fromEntries(examples),
  }
}

/** The source of the mock's contract. */
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
