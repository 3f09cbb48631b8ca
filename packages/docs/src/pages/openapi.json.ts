import { source } from '../contract/document.ts'

export const GET = () => new Response(source, { headers: { 'content-type': 'application/json; charset=utf-8' } })
