import { createHash } from 'node:crypto'
import { transformSync } from 'esbuild'
import script from '../browser/start.js?raw'
import styles from '../styles/site.css?raw'

/** Code that works as it did, in fewer bytes. */
export const minify = (code: string, loader: 'css' | 'js') =>
  transformSync(code, {
    loader,
    minify: true,
    legalComments: 'none',
    ...(loader === 'js' && { format: 'iife' }),
  }).code.trim()

/** What every page carries in its head, so that it needs no other request. */
export const css = minify(styles, 'css')
export const js = minify(script, 'js')

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The policy of a page: nothing but its own origin, and of inline code only what was there when the page was made.
 *
 * @param scripts The inline scripts of the page.
 * @param sheets Its inline style sheets.
 * @param hasFrame Whether try-it may open its frame in it, which has a policy of its own.
 */
export const writePolicy = (scripts: string[], sheets: string[], hasFrame = false) =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts.map(hash).join(' ')}`,
    `style-src 'self' ${sheets.map(hash).join(' ')}`,
    "img-src 'self'",
    "connect-src 'self'",
    ...(hasFrame ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
