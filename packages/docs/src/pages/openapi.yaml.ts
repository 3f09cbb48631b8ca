import { stringify } from 'yaml'
import { written } from '../contract/document/document.ts'

export const GET = () =>
  new Response(stringify(written, { lineWidth: 0, aliasDuplicateObjects: false }), {
    headers: { 'content-type': 'application/yaml; charset=utf-8' },
  })
