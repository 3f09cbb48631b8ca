import type { OpenApiDocument } from '@seam-acs/spec/model'
import { createHashExchange } from './recording/exchange-hash.ts'
import type { Exchange, Recording } from './recording/recording.ts'
import { RecordError } from './record-error.ts'
import type { RecordOptions } from './options.ts'

export interface RecordContext {
  contract: OpenApiDocument
  env: Record<string, string | undefined>
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Where the recordings are. */
  folder: URL
  print(line: string): void
}

/** The address of the API itself. */
export function readServer({ servers = [] }: OpenApiDocument): string {
  const [server] = servers
  if (!server) throw new Error('The spec has no server: add `servers` to spec/openapi.yaml.')
  return server.url
}

export interface Endpoint {
  address: string
  /** With the port, but without a user name and password. */
  host: string
  isLive: boolean
  /** Whether nobody on the way can read what is sent. */
  isPrivate: boolean
}

/** @throws {RecordError} when the address is not valid or not safe; it is not quoted, because it may hold a password. */
export function readEndpoint({ contract, env: { SEAM_ENDPOINT: address = '' } }: RecordContext): Endpoint {
  const server = readServer(contract)
  const url = URL.parse(address || server)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new RecordError('SEAM_ENDPOINT must be a complete http or https URL.')
  const isPrivate = url.protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return { address: address || server, host: url.host, isLive: url.origin === new URL(server).origin, isPrivate }
}

/**
 * What a recording says of where it is from.
 *
 * @throws {RecordError} if the options have to say it and do not.
 */
export function findOrigin(
  { host, isLive }: Endpoint,
  { from, source }: RecordOptions,
  earlier?: Recording['recorded'],
): Pick<Recording['recorded'], 'source' | 'from'> {
  if (isLive && source) throw new RecordError(`${host} is the live API, not --source ${source}.`)
  if (isLive) return { source: 'live', from: host }
  const origin = from ?? (earlier?.source === source ? earlier?.from : undefined)
  if (source && origin) return { source: 'vendor-fake', from: origin }
  throw new RecordError(`${host} is not the live API. Say what it is with --source vendor-fake --from "…".`)
}

/** The metadata of a recording. */
export function describeRecorded(
  contract: OpenApiDocument,
  exchange: Exchange,
  origin: Pick<Recording['recorded'], 'source' | 'from'>,
  at: string,
): Recording['recorded'] {
  const operationHash = createHashExchange(contract)(exchange)
  return { ...origin, at, ...(operationHash !== undefined && { operationHash }) }
}
