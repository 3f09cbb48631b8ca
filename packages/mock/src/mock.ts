import type { AcsCredential } from '@seam-acs/types'
import type { Contract } from './contract.ts'
import { createHandle } from './handle.ts'
import { readPreference, type Preference } from './request/prefer.ts'
import { createCredentials } from './resources/credentials.ts'
import { createFault } from './response/fault.ts'
import { failure, preflight, toResponse } from './response/reply.ts'
import { createSchemas } from './schema/schemas.ts'
import { createSeeded } from './seeded.ts'
import { wait } from './wait.ts'

export type * from './contract.ts'

export interface MockOptions {
  /** What all ids and codes depend on, so that two mocks with the same seed and clock agree. Default: `'seam'`. */
  seed?: string | number
  /** The clock. Default: the system's. */
  now?: () => Date
  /** The keys and tokens that exist. Default: every one that begins as such a one does. */
  apiKeys?: readonly string[]
  /** Milliseconds until an answer. Default: 0. */
  delay?: number
  /**
   * What the header `prefer` says, for clients that cannot send it; the header comes first.
   * Of a list each request uses up one, and those that come after it get none.
   */
  prefer?: string | readonly string[]
}

export interface Mock {
  /**
   * The API in the place of the global `fetch`; it needs no `this`. The host of the address does not matter.
   * It rejects with a `TypeError` where a connection would break, and with the signal's reason once it aborts.
   */
  fetch(this: void, input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** The credentials that were created, oldest first. */
  readonly credentials: readonly AcsCredential[]
  /** Forgets all credentials and requests, so that ids begin anew. */
  reset(): void
}

/** A mock of the API that a contract describes; `createMock` is this for the API's own. */
export function createMockFor(contract: Contract, options: MockOptions = {}): Mock {
  const { seed = 'seam', now = () => new Date(), apiKeys } = options
  const seeded = createSeeded(seed)
  const schemas = createSchemas(contract.schemas)
  const { stored, behaviours } = createCredentials({ contract, schemas, seeded, now })
  const handle = createHandle({ contract, schemas, seeded, behaviours, now, apiKeys })
  let count = 0
  let preferences = listPreferences()

  return {
    credentials: stored,
    reset: () => {
      stored.length = 0
      count = 0
      preferences = listPreferences()
    },
    fetch: async (input, init) => {
      const isPath = typeof input === 'string' && input.startsWith('/')
      const request = new Request(isPath ? `https://connect.getseam.com${input}` : input, init)
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
      const answer = await handle(request, { operation, preference, count: requestCount })
      signal.throwIfAborted()
      return toResponse(answer, requestId, fault === 'cut')
    },
  }

  function listPreferences(): string[] {
    return typeof options.prefer === 'object' ? [...options.prefer] : []
  }

  function nextPreference(): string | undefined {
    return typeof options.prefer === 'string' ? options.prefer : preferences.shift()
  }
}
