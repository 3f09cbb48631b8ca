import { gzipSync } from 'node:zlib'

/** About what the headers of a response take. */
const headers = 400

/** A page of this many bytes fits into the first round trip of a connection: ten segments of up to 1,460 bytes. */
export const flight = 14 * 1024

/** The bytes of a page on its way: compressed, and with the headers of its response. */
export const weigh = (text: string) => gzipSync(text, { level: 9 }).length + headers
