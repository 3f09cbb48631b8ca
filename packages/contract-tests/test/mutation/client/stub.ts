import type { Operation } from '@seam-acs/client'
import { toText, type Exchange } from '@seam-acs/recorder/recording'
import type { Json } from '@seam-acs/spec/model'
import type { Client } from '../../../src/replay-outcome.ts'

export type Answer = Exchange['response']

/** Something that the client's README promises. Throws where it does not hold. */
export type ClientCheck = (client: Client) => Promise<void>

export const apiKey = 'seam_test_key'
export const pin = '482913'
export const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
export const endpoint = 'https://api.invalid/base'
export const path = '/keys/create'
export const body = { kind: 'code', code: pin }

const json = { 'content-type': 'application/json', 'seam-request-id': requestId }
export const success: Answer = { status: 200, headers: json, body: { key: { display_name: 'D' }, ok: true } }
export const refuse = (status: number, headers = {}, error = {}): Answer => ({
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

/** A fetch that gives the answers in turn, the last one from then on, and keeps what it was given. */
export function createFetch(answers: Answer[]) {
  const sent: Sent[] = []
  const fetch = async (url: string, { method = '', headers, body: content, redirect, signal }: RequestInit) => {
    const { status, ...message } = answers[Math.min(sent.length, answers.length - 1)]!
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

export const operation: Operation = { path, kind: 'one', key: 'key', statuses: [400, 429, 503] }

/** What a call comes to that gets the answers in turn. No check is about the API's own operations. */
export async function call(client: Client, answers: Answer[], options: object = {}, given = operation): Promise<Call> {
  const { fetch, sent } = createFetch(answers)
  try {
    const caller = client.createSeamClient({ apiKey, endpoint, fetch, ...options })
    return { returned: await caller.call(given, body), sent }
  } catch (error) {
    return { error, sent }
  }
}
