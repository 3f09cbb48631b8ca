/** What was sent, as a `fetch` gets it. */
export interface Sent {
  url: string
  method: string | undefined
  headers: Record<string, string>
  body: unknown
}

export const credential = { acs_credential_id: '73a0a199-024f-454d-a916-9bbda8502c12' }

/** A fetch that gives the responses in turn, the last one from then on, and keeps what was sent. */
export function respondWith(...responses: (() => Response | Promise<Response>)[]) {
  const sent: Sent[] = []
  const fetch = async (url: string, { method, headers, body }: RequestInit) => {
    sent.push({
      url,
      method,
      headers: Object.fromEntries(new Headers(headers)),
      body: body ? JSON.parse(String(body)) : undefined,
    })
    const next = responses[Math.min(sent.length, responses.length) - 1]
    return next ? next() : Response.json({ acs_credential: credential, ok: true })
  }
  return { fetch, sent }
}

/** An error response of the API. */
export const errorResponse =
  (status: number, type: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ error: { message: 'No.', type }, ok: false }, { status, headers })
