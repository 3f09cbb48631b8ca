import { document } from './document.ts'
import { DocumentError } from './document-error.ts'

/** The address of the API, which calls begin with. */
export const server = readServer()

function readServer(): string {
  const url = document.servers?.[0]?.url
  if (url === undefined) {
    throw new DocumentError('`servers`: the document has no server URL. Add one, such as `- url: https://api.example`.')
  }
  if (!URL.canParse(url) || /[{}]/.test(url)) {
    throw new DocumentError(`\`servers\`: \`${url}\` is not a complete URL. Write it as \`https://api.example\`.`)
  }
  return url
}
