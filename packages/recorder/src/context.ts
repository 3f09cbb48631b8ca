import contract from '@seam-acs/spec' with { type: 'json' }
import { hashOperation } from '../operation-hash.ts'
import type { Json, Recording } from '../recording.ts'
import { RecordError } from './exchange.ts'
import { createKnownSchemas } from './known-schemas.ts'
import type { RecordOptions } from './options.ts'

export interface RecordContext {
  env: Record<string, string | undefined>
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Where the recordings are. */
  folder: URL
  print(line: string): void
}

export const schemas = createKnownSchemas(contract)

const server = contract.servers[0]!.url

export interface Endpoint {
  address: string
  /** With the port; without a user's name and password. */
  host: string
  isLive: boolean
}

/** @throws {RecordError} when the address is none; it is not quoted, for it may hold a password. */
export function readEndpoint({ SEAM_ENDPOINT: address = '' }: RecordContext['env']): Endpoint {
  const url = URL.parse(address || server)
  if (!url || !/^https?:$/.test(url.protocol)) throw new RecordError('SEAM_ENDPOINT is a whole http or https address.')
  return { address: address || server, host: url.host, isLive: url.origin === new URL(server).origin }
}

/**
 * What a recording says of itself.
 *
 * @throws {RecordError} when the person has to say where it is from.
 */
export function describeRecorded(
  { path, method }: Recording['request'],
  at: string,
  { host, isLive }: Endpoint,
  { from, source }: RecordOptions,
  earlier?: Recording['recorded'],
): Recording['recorded'] {
  if (isLive && source) throw new RecordError(`${host} is the live API, not --source ${source}.`)
  const origin = isLive ? host : (from ?? (earlier?.source === source ? earlier?.from : undefined))
  if (!isLive && !(source && origin)) {
    throw new RecordError(`${host} is not the live API: say what it is, with --source vendor-fake --from "…".`)
  }
  const isKnown = (contract.paths as Json)[path]?.[method.toLowerCase()]
  return {
    source: isLive ? 'live' : 'vendor-fake',
    from: origin!,
    at,
    ...(isKnown && { operationHash: hashOperation(contract, path, method) }),
  }
}
