import type { Operation } from '@seam-acs/client'
import { toText, type Exchange } from '@seam-acs/recorder/recording'
import type { Json } from '@seam-acs/spec/model'
import type { Client } from '../../../src/replay-outcome.ts'

export type StubResponse = Exchange['response']

/** A promise of the client's README. Throws if the client breaks it. */
export type ClientCheck = (client: Client) => Promise<void>

export const apiKey = 'seam_test_key'
export const pin = '482913'
export const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
export const endpoint = 'https://api.invalid/base'
export const path = '/keys/create'
export const body = { kind: 'code', code: pin }

const json = { 'content-type': 'application/json', 'seam-request-id': requestId }
export const success: StubResponse = { status: 200, headers: json, body: { key: { display_name: 'D' }, ok: true } }
export const createErrorResponse = (status: number, headers = {}, error = {}): StubResponse => ({
  status,
  headers: { ...json, ...headers },
  body: { error: { type: 'some_type', message: 'No.', ...error }, ok: false },
})

export interface Sent {
  url: string
  method: string
  headers: Record<string, string>
  body: string | undefined
  redirect: string | undefined
  signal: AbortSignal | null | undefined
}

/** A fetch that gives the responses in turn, repeats the last one, and keeps what was sent. */
export function createFetch(responses: StubResponse[]) {
  const sent: Sent[] = []
  const fetch = async (url: string, { method = '', headers, body: content, redirect, signal }: RequestInit) => {
    const { status, ...message } = responses[Math.min(sent.length, responses.length - 1)]!
    sent.push({ url, method, headers: headers as Record<string, string>, body: content as string, redirect, signal })
    return new Response(toText(message) || null, { status, headers: message.headers })
  }
  return { fetch, sent }
}

export interface Call {
  returned?: Json
  error?: Json
  sent: Sent[]
}

/** An operation whose result is one object. */
export const operationOf = (client: Client): Operation => ({
  path,
  read: client.readOne,
  key: 'key',
  statuses: [400, 429, 503],
})

/** The same without a request body. */
export const bodylessOf = (client: Client): Operation => ({ ...operationOf(client), isBodyless: true })

/** The outcome of a call that gets the responses in turn. No check uses an operation of the API. */
export async function call(
  client: Client,
  responses: StubResponse[],
  options: object = {},
  given = operationOf(client),
): Promise<Call> {
  const { fetch, sent } = createFetch(responses)
  try {
    const caller = client.createSeamClient({ apiKey, endpoint, fetch, ...options })
    return { returned: await caller.call(given, body), sent }
  } catch (error) {
    return { error, sent }
  }
}
