import { createHash } from 'node:crypto'
import { minify } from '../../layouts/assets.ts'
import script from '../../try-it/sender.js?raw'

const code = minify(script, 'js')
const hash = createHash('sha256').update(code).digest('base64')
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash}'`,
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The only page that may call other hosts: a frame that try-it opens once a reader sends to one. */
export const GET = () =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
      `<meta name="robots" content="noindex"><title>Sends requests to other hosts</title><script>${code}</script></head></html>\n`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  )
