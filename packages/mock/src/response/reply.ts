import type { Example, Json } from '../contract.ts'

/** An answer as it is sent; without a type for the body it gets no content type. */
export interface Reply {
  status: number
  type?: string | undefined
  headers?: Readonly<Record<string, string>>
  body?: string
}

export const json = (status: number, body: Json): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

export const failure = (status: number, error: Json): Reply => json(status, { error, ok: false })

export function fromExample(status: number, headers: Readonly<Record<string, string>>, example?: Example): Reply {
  if (!example) return { status, headers }
  const { type, value } = example
  return type === 'application/json' ? { ...json(status, value), headers } : { status, headers, type, body: `${value}` }
}

/** The answer as `fetch` would give it; with `isCut` its body breaks off in the middle. */
export function toResponse(reply: Reply, requestId: string, isCut = false): Response {
  const { status, type, body = '' } = reply
  const headers = new Headers({ ...cors, ...reply.headers })
  if (type) headers.set('content-type', type)
  // The API does so too: what it refuses before reading it has no id.
  if (status < 300 || type?.startsWith('application/json')) headers.set('seam-request-id', requestId)
  // As bytes, for a string would bring a content type along.
  const bytes = new TextEncoder().encode(body)
  if (status === 204 || status === 205) return new Response(null, { status, headers })
  return new Response(isCut ? breakOff(bytes) : bytes, { status, headers })
}

function breakOff(bytes: Uint8Array): ReadableStream {
  let isStarted = false
  return new ReadableStream({
    pull: (controller) => {
      if (isStarted) controller.error(new TypeError('terminated'))
      else controller.enqueue(bytes.subarray(0, bytes.length / 2))
      isStarted = true
    },
  })
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, seam-request-id',
}

/** The answer to a browser that asks whether a page may send a request. */
export function preflight(request: Request): Response {
  const headers = new Headers({
    ...cors,
    'access-control-allow-methods': request.headers.get('access-control-request-method') ?? 'POST',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    'access-control-max-age': '7200',
  })
  return new Response(null, { status: 204, headers })
}
