import { stringify } from 'yaml'
import { document } from '../contract/document/document.ts'

export const GET = () =>
  new Response(stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }), {
    headers: { 'content-type': 'application/yaml; charset=utf-8' },
  })
