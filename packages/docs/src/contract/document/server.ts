import type { OpenApiDocument } from '@seam-acs/spec/model'
import { document } from './document.ts'
import { DocumentError } from './document-error.ts'

export type Server = NonNullable<OpenApiDocument['servers']>[number] & { variables?: Record<string, ServerVariable> }

export interface ServerVariable {
  default: string
  enum?: string[]
  description?: string
}

/** The address that calls begin with: that of the first server, which is relative to the first of the document. */
export function chooseServer(own: Server[] = []): string {
  const shared = readAddress(document.servers?.[0])
  const address = readAddress(own[0]) ?? shared
  if (address === undefined) {
    throw new DocumentError('`servers`: the document has no server URL. Add one, such as `- url: https://api.example`.')
  }
  const url = URL.canParse(address) ? address : URL.parse(address, shared)?.href
  if (url === undefined || /[{}]/.test(address)) {
    throw new DocumentError(`\`servers\`: \`${address}\` is not a complete URL. Write it as \`https://api.example\`.`)
  }
  return url
}

/** The variables in it have their defaults. */
const readAddress = (server: Server | undefined) =>
  server?.url.replaceAll(/\{([^{}]*)\}/g, (part, name: string) => server.variables?.[name]?.default ?? part)
