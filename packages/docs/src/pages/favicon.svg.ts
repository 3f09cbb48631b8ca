import { drawSvg } from '../layouts/mark.ts'

export const GET = () => new Response(drawSvg(), { headers: { 'content-type': 'image/svg+xml' } })
