import type { APIContext } from 'astro'

/** Everything may be read. The pages of released versions themselves ask not to be indexed. */
export const GET = ({ site }: APIContext) =>
  new Response(`User-agent: *\nAllow: /\n${site ? `Sitemap: ${new URL('sitemap.xml', site).href}\n` : ''}`)
