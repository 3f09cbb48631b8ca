import { createSeamClient, readList, readNothing, readObject, readOne, readPage } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import type { RequestValues } from '../samples/request.ts'
import type { Target } from './exchange.ts'
import type { TriedOperation } from './operation.ts'

const readers = { none: readNothing, one: readOne, list: readList, page: readPage, object: readObject }

/** Calls the operation as a program that uses the client does. */
export function callWithClient(operation: TriedOperation, { body }: RequestValues, target: Target): Promise<unknown> {
  const { template, status, statuses } = operation
  const { path, result } = template
  const { secrets, workspaceId, endpoint, fetch, validate } = target
  const [key = ''] = Object.values(secrets)
  const credentials = key.startsWith('seam_at') ? { personalAccessToken: key, workspaceId } : { apiKey: key }
  // One try, so that what is shown is all that went over the wire.
  const client = createSeamClient({
    ...credentials,
    endpoint,
    fetch,
    maxRetries: 0,
    validate: validate && 'request',
    validator,
  })
  const called = { path, read: readers[result.kind], key: result.key, status, statuses, isBodyless: !template.content }
  return client.call(called, Object(body))
}
