import { gzipSync } from 'node:zlib'

/** The bytes of a text when it is compressed. */
export const weigh = (text: string) => gzipSync(text, { level: 9 }).length
