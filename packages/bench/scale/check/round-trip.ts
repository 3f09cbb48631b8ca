import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { toMockContract } from '@seam-acs/codegen/mock'
import { createAjvValidate } from '@seam-acs/contract-tests/ajv'
import { createArbitrary } from '@seam-acs/contract-tests/arbitrary'
import { createValidRequests, now } from '@seam-acs/contract-tests/requests'
import { createMockFor } from '@seam-acs/mock/contract'
import { readOperations, type Json, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'
import * as fc from 'fast-check'

type Fetch = typeof globalThis.fetch

// No schema says that a page with a next page has its cursor.
export const replacements = { next_page_cursor: fc.constant('next') }

/**
 * Calls every operation through the client, which validates requests and responses: first with the mock, then with
 * other responses that the document allows. Ajv has to accept all of these responses, too.
 *
 * @param folder The folder of the client, as `writeClient` wrote it.
 * @param cases How many requests and responses each operation gets.
 * @returns What went wrong, by operation; empty if the client returned what each response contains.
 */
export async function roundTrip(document: OpenApiDocument, folder: string, cases: number): Promise<string[]> {
  const { Seam }: Json = await import(join(folder, 'src/index.ts'))
  const { validator }: Json = await import(join(folder, 'src/validation/validator.ts'))
  const validate = createAjvValidate(document, { allErrors: false })
  // The mock keeps state for some paths. An example as the response keeps the operations independent.
  const contract = toMockContract(document)
  const problems: string[] = []
  for (const operation of readOperations(document)) {
    const requests = fc.sample(createValidRequests(document, operation, validate), { numRuns: cases, seed: 1 })
    const [example] = Object.keys(findMocked(operation).examples)
    const mock = createMockFor(contract, { now: () => now, ...(example && { prefer: `example=${example}` }) })
    for (const request of requests) problems.push(...(await call(operation, mock.fetch as Fetch, request)))
    for (const response of listResponses(operation)) {
      const fetch = async () => Response.json(response, { status: Number(operation.success!.status) })
      problems.push(...(await call(operation, fetch, requests[0])))
    }
  }
  return problems

  function findMocked({ path, success }: Operation): Json {
    return contract.operations.find((operation: Json) => operation.path === path).responses[success!.status]
  }

  function listResponses({ success }: Operation): Json[] {
    if (!success?.schema) return []
    return fc.sample(createArbitrary(document, success.schema, replacements), { numRuns: cases, seed: 2 })
  }

  /** @returns What is wrong with the result. */
  async function call(operation: Operation, fetch: Fetch, request: Json): Promise<string[]> {
    const { names, path, success } = operation
    let sent: Json
    const listen: Fetch = async (...message) => {
      const response = await fetch(...message)
      const text = await response.clone().text()
      sent = text === '' ? undefined : JSON.parse(text)
      return response
    }
    const options = { apiKey: 'seam_test_key', fetch: listen, validate: 'both', validator, maxRetries: 0 }
    const method = names.reduce((found: Json, name) => found[name], new Seam(options))
    try {
      const result = await (operation.request ? method(request) : method())
      const isValid = sent === undefined || validate(success!.schema!, sent).length === 0
      if (!isValid) return [`${path}: Ajv rejects ${JSON.stringify(sent)}`]
      return isDeepStrictEqual(result, readSent(operation, sent)) ? [] : [`${path}: returns ${JSON.stringify(result)}`]
    } catch (error) {
      return [`${String(error)}, by ${JSON.stringify(request)} and ${JSON.stringify(sent)}`]
    }
  }
}

/** What the client returns for a body. */
function readSent({ result }: Operation, body: Json): Json {
  if (result.kind === 'none') return undefined
  if (result.kind === 'page') return { data: body[result.key], pagination: body.pagination }
  if ('key' in result) return body[result.key]
  const { ok: _, ...others } = body
  return others
}
