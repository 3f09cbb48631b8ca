import type { APIContext } from 'astro'
import { pages } from '../contract/pages/pages.ts'

/** No sitemap without DOCS_SITE_URL, because it needs absolute addresses. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { sitemap: 'sitemap' } }] : [])

export function GET({ site }: APIContext) {
  const addresses = pages.map(({ path }) => `  <url><loc>${new URL(`${path}.html`, site).href}</loc></url>`)
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.join('\n')}
</urlset>
`)
}
