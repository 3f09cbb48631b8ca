import { gzipSync } from 'node:zlib'

/** About what the headers of a response take. */
const headers = 400

/** One first flight of a connection has room for a page of so many bytes. */
export const flight = 14_000

/** The bytes of a page on its way: compressed, and with the headers of its response. */
export const weigh = (text: string) => gzipSync(text, { level: 9 }).length + headers
