import { gzipSync } from 'node:zlib'

/** About what the headers of a response take. */
const headers = 400

/** A page of this many bytes fits into the first round trip of a connection. */
export const flight = 14_000

/** The bytes of a page on its way: compressed, and with the headers of its response. */
export const weigh = (text: string) => gzipSync(text, { level: 9 }).length + headers
