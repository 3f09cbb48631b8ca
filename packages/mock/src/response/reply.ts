import type { Example, Json } from '../contract.ts'

/** A response before it is sent. Without `type` it has no content type. */
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

/** Converts a reply to a `Response`. With `isCut`, its body ends in the middle. */
export function toResponse(reply: Reply, requestId: string, isCut = false): Response {
  const { status, type, body = '' } = reply
  const headers = new Headers({ ...cors, ...reply.headers })
  if (type) headers.set('content-type', type)
  // As in the API: a request that it rejects before reading it gets no ID.
  if (status < 300 || type?.startsWith('application/json')) headers.set('seam-request-id', requestId)
  if (status === 204 || status === 205) return new Response(null, { status, headers })
  const encode = () => new TextEncoder().encode(body)
  if (isCut) return new Response(cutInHalf(encode()), { status, headers })
  // Without a type as bytes, because a string would add one.
  return new Response(type ? body : encode(), { status, headers })
}

function cutInHalf(bytes: Uint8Array): ReadableStream {
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

/** The response to a browser that asks whether a page may send a request. */
export function preflight(request: Request): Response {
  const headers = new Headers({
    ...cors,
    'access-control-allow-methods': request.headers.get('access-control-request-method') ?? 'POST',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    'access-control-max-age': '7200',
  })
  return new Response(null, { status: 204, headers })
}
