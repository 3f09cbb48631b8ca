import { readOperations, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'

/**
 * The operations of a document in house style: each is a POST with a JSON body or without a body, and has one success
 * status.
 *
 * @param generator The name of the generator, for the message.
 * @throws {Error} An error that names the first operation that is not in house style, and the reason.
 */
export function readHouseOperations(document: OpenApiDocument, generator: string): Operation[] {
  const operations = readOperations(document)
  for (const operation of operations) {
    const reason = findReason(operation)
    if (reason) {
      throw new Error(
        `${operation.method} ${operation.path}: the ${generator} generator supports only POST operations with a JSON body; ${reason}.`,
      )
    }
  }
  return operations
}

function findReason({ method, parameters, request, responses }: Operation): string | undefined {
  if (method !== 'POST') return `this is a ${method}`
  if (parameters.length > 0) return `this one has the ${parameters[0]!.in} parameter \`${parameters[0]!.name}\``
  if (request && !request.schema)
    return `this one takes ${request.contents.map(({ mediaType }) => mediaType).join(', ')}`
  const successes = responses.filter(({ status }) => status.startsWith('2'))
  if (successes.length !== 1) return `this one describes ${successes.length} success statuses`
  return undefined
}
