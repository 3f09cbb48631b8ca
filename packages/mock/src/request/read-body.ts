import type { Json } from '../contract.ts'
import { failure, type Reply } from '../response/reply.ts'

/** The largest body in bytes, before and after decompression. */
export const maxSize = 2 ** 20

export const tooLarge: Reply = { status: 413, type: 'text/plain', body: `Body exceeded ${maxSize / 2 ** 20} MiB` }
const invalid: Reply = { status: 400, type: 'text/plain', body: 'Invalid JSON' }

/** What decompresses each content coding. Not every runtime has every format. */
const formats: Record<string, string> = { br: 'brotli', deflate: 'deflate', gzip: 'gzip', 'x-gzip': 'gzip' }

/** The parsed body, or the response to one that cannot be read. An empty body counts as `{}`. */
export async function readBody(request: Request): Promise<{ value: Json; reply?: never } | { reply: Reply }> {
  const codings = (request.headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  const unknown = codings.find((coding) => !createDecoder(coding))
  if (unknown !== undefined || codings.length > 3) {
    const known = Object.keys(formats).filter(createDecoder)
    const message = `Content-Encoding "${codings.join(', ')}" is not supported: use ${known.join(', ')} or none`
    return { reply: failure(415, { type: 'unsupported_content_encoding', message }) }
  }
  try {
    const sent = new Uint8Array(await request.arrayBuffer())
    const bytes = sent.length > maxSize ? undefined : await decode(sent, codings)
    if (!bytes) return { reply: tooLarge }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch {
    return { reply: invalid }
  }
}

function createDecoder(coding: string): DecompressionStream | undefined {
  const format = Object.hasOwn(formats, coding) ? formats[coding] : undefined
  try {
    return format === undefined ? undefined : new DecompressionStream(format as CompressionFormat)
  } catch {
    return undefined
  }
}

/** Undefined if there is more than the largest body, which a few bytes can be decompressed to. */
async function decode(bytes: Uint8Array<ArrayBuffer>, codings: string[]): Promise<Uint8Array | undefined> {
  if (codings.length === 0) return bytes
  let stream = new Response(bytes).body!
  // The last coding was applied last.
  for (let index = codings.length - 1; index >= 0; index--) stream = stream.pipeThrough(createDecoder(codings[index]!)!)
  const decoded = new Uint8Array(maxSize)
  let size = 0
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return decoded.subarray(0, size)
    if (size + value.length > maxSize) {
      await reader.cancel()
      return undefined
    }
    decoded.set(value, size)
    size += value.length
  }
}
