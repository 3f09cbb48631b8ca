import { createMock, type MockOptions } from '@seam-acs/mock'

// oxlint-disable-next-line typescript/no-explicit-any -- tests read bodies of many shapes
type Json = any

export const now = new Date('2025-06-16T16:54:17.946Z')
export const acsUserId = '0fc82df4-391b-4d00-a234-86378f1c3952'
export const userIdentityId = '4b6ec19d-ba68-46ca-80fd-55247684c2bb'
export const acsSystemId = '7113de29-6130-4153-a6ea-1b7ca0fe3198'
export const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
export const path = '/acs/credentials/create'

export interface TestCall {
  body?: unknown
  /** Headers that override those of a valid request; null removes one. */
  headers?: Record<string, string | null>
  method?: string
  path?: string
  signal?: AbortSignal
}

/** A mock with a fixed clock, and a function that calls it with a valid request and the given changes. */
export function createCaller(options: MockOptions = {}) {
  const mock = createMock({ now: () => now, ...options })
  const call = async (given: TestCall = {}) => {
    const response = await mock.fetch(`https://connect.getseam.com${given.path ?? path}`, toInit(given))
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as Json,
    }
  }
  return { mock, call }
}

export function toInit({ body, headers, method = 'POST', signal }: TestCall): RequestInit {
  const all = { authorization: 'Bearer seam_test_key', 'content-type': 'application/json', ...headers }
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  return {
    method,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    ...(!/GET|HEAD/.test(method) && { body: isRaw ? (body as BodyInit) : JSON.stringify(body ?? pin()) }),
    ...(signal && { signal }),
  }
}

/** The body of a request for a PIN code. */
export const pin = (changes: object = {}) => ({ access_method: 'code', acs_user_id: acsUserId, ...changes })
