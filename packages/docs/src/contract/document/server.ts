import type { OpenApiDocument } from '@seam-acs/spec/model'
import { document } from './document.ts'
import { DocumentError } from './document-error.ts'

export type Server = NonNullable<OpenApiDocument['servers']>[number] & { variables?: Record<string, ServerVariable> }

export interface ServerVariable {
  default: string
  enum?: string[]
  description?: string
}

/** The address of the API, which calls begin with; its variables have their defaults. */
export const server = chooseServer(document.servers)

/** The address of the first of the servers. */
export function chooseServer([first]: Server[] = []): string {
  if (first === undefined) {
    throw new DocumentError('`servers`: the document has no server URL. Add one, such as `- url: https://api.example`.')
  }
  const url = first.url.replaceAll(/\{([^{}]*)\}/g, (part, name: string) => first.variables?.[name]?.default ?? part)
  if (!URL.canParse(url) || /[{}]/.test(url)) {
    throw new DocumentError(`\`servers\`: \`${url}\` is not a complete URL. Write it as \`https://api.example\`.`)
  }
  return url
}
