import { drawIcon } from '../layouts/mark.ts'

/** What browsers and crawlers ask a host for of their own accord. */
export const GET = () => new Response(new Uint8Array(drawIcon(32)), { headers: { 'content-type': 'image/x-icon' } })
