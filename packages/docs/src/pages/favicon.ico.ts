import { drawIcon } from '../layouts/mark.ts'

/** Browsers and crawlers request this address by default. */
export const GET = () => new Response(new Uint8Array(drawIcon(32)), { headers: { 'content-type': 'image/x-icon' } })
