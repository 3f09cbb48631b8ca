import { source } from '../contract/document/document.ts'

export const GET = () => new Response(source, { headers: { 'content-type': 'application/json; charset=utf-8' } })
