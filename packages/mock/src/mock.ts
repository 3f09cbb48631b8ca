import type { AcsCredential } from '@seam-acs/types'
import type { Contract } from './contract.ts'
import { createHandler } from './handle.ts'
import { readPreference, type Preference } from './request/prefer.ts'
import { createCredentials } from './resources/credentials.ts'
import { createFault } from './response/fault.ts'
import { failure, preflight, toResponse } from './response/reply.ts'
import { createSchemas } from './schema/schemas.ts'
import { createSeededValues } from './seeded.ts'
import { wait } from './wait.ts'

export type * from './contract.ts'

export interface MockOptions {
  /** The seed of all IDs and codes. Two mocks with the same seed and clock respond identically. Default: `'seam'`. */
  seed?: string | number
  /** The clock. Default: the system clock. */
  now?: () => Date
  /** The API keys and tokens to accept. Default: all with a valid prefix. */
  apiKeys?: readonly string[]
  /** The number of credentials to keep; the mock forgets the oldest ones. Default: no limit. */
  maxCredentials?: number
  /** The delay of each response in milliseconds. Default: 0. */
  delay?: number
  /**
   * The value of the header `prefer`, for clients that cannot send it. The header overrides this option.
   * Each request uses one entry of a list; requests after the last entry get a normal response.
   */
  prefer?: string | readonly string[]
}

export interface Mock {
  /**
   * A replacement for the global `fetch`, which needs no `this` and ignores the host of the URL.
   * It rejects with a `TypeError` if the connection breaks, and with the signal's reason if the signal aborts.
   */
  fetch(this: void, input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** The credentials that were created and not deleted, oldest first. */
  readonly credentials: readonly AcsCredential[]
  /** Forgets all credentials and requests, and starts again with the first IDs. */
  reset(): void
}

/** Creates a mock of the API that a contract describes. `createMock` does so for Seam's ACS credentials API. */
export function createMockFor(contract: Contract, options: MockOptions = {}): Mock {
  const { seed = 'seam', now = () => new Date(), apiKeys, maxCredentials = Infinity } = options
  const seeded = createSeededValues(seed)
  const schemas = createSchemas(contract.schemas)
  const { store, behaviours } = createCredentials({ contract, schemas, seeded, now, maxCredentials })
  const handle = createHandler({ contract, schemas, seeded, behaviours, now, apiKeys })
  let count = 0
  let preferences = listPreferences()

  return {
    credentials: store.items,
    reset: () => {
      store.clear()
      count = 0
      preferences = listPreferences()
    },
    fetch: async (input, init) => {
      const isPath = typeof input === 'string' && input.startsWith('/')
      const isWhole = input instanceof Request && init === undefined
      const request = isWhole ? input : new Request(isPath ? `https://connect.getseam.com${input}` : input, init)
      const { signal } = request
      signal.throwIfAborted()
      if (request.method === 'OPTIONS') return preflight(request)
      const { pathname } = new URL(request.url)
      const operation = contract.operations.find(({ path }) => path === pathname)
      const requestCount = ++count
      const requestId = seeded.uuid('request', requestCount)
      if (!operation) return toResponse({ status: 404, body: '404' }, requestId)

      let preference: Preference
      try {
        preference = readPreference(operation, nextPreference(), request.headers.get('prefer'))
      } catch (error) {
        const message = `Prefer: ${(error as Error).message}`
        return toResponse(failure(400, { type: 'invalid_prefer', message }), requestId)
      }
      const { fault, delay = options.delay } = preference
      if (delay) await wait(signal, delay)
      const reply = await createFault(fault, signal)
      if (reply) return toResponse(reply, requestId)
      const handled = await handle(request, { operation, preference, count: requestCount })
      signal.throwIfAborted()
      return toResponse(handled, requestId, fault === 'cut')
    },
  }

  function listPreferences(): string[] {
    return typeof options.prefer === 'object' ? [...options.prefer] : []
  }

  function nextPreference(): string | undefined {
    return typeof options.prefer === 'string' ? options.prefer : preferences.shift()
  }
}
