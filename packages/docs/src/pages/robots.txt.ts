import type { APIContext } from 'astro'

/** Everything may be read; the pages of released versions say themselves that they are not to be listed. */
export const GET = ({ site }: APIContext) =>
  new Response(`User-agent: *\nAllow: /\n${site ? `Sitemap: ${new URL('sitemap.xml', site).href}\n` : ''}`)
