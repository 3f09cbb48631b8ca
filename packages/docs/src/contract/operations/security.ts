import { resolve, type SecurityRequirement, type SecurityScheme } from '@seam-acs/spec/model'
import { document } from '../document/document.ts'
import { DocumentError } from '../document/document-error.ts'

export interface Scheme extends SecurityScheme {
  id: string
  /** What the key must allow. */
  scopes: string[]
  bearerFormat?: string
  openIdConnectUrl?: string
  flows?: Record<string, Flow>
}

/** A way to get a token of OAuth 2.0. */
interface Flow {
  authorizationUrl?: string
  tokenUrl?: string
  refreshUrl?: string
  scopes?: Record<string, string>
}

/** The ways to authenticate, of which one is enough; each is everything that is to be sent. */
export const listSchemes = (security: SecurityRequirement[] = []): Scheme[][] =>
  security.map((requirement) => Object.entries(requirement).map(readScheme))

function readScheme([id, scopes]: [id: string, scopes: string[]]): Scheme {
  const scheme = document.components?.securitySchemes?.[id]
  if (!scheme)
    throw new DocumentError(`\`security\`: there is no \`${id}\` in #/components/securitySchemes. Describe it there.`)
  return { ...resolve(document, scheme), id, scopes }
}

/** Where a scheme is sent: `in the header` and `Authorization`. */
export function describePlace({ type, scheme, in: place, name = '' }: Scheme): { place: string; name: string } {
  if (type === 'mutualTLS') return { place: 'by a client certificate in the', name: 'TLS handshake' }
  if (type !== 'apiKey') {
    const how = scheme?.toLowerCase() === 'basic' ? 'by HTTP basic authentication in the header' : 'in the header'
    return { place: how, name: 'Authorization' }
  }
  return { place: place === 'query' ? 'in the query as' : `in the ${place}`, name }
}

/** What kind of scheme it is, as a type: `http<bearer>`. */
export function describeKind({ type, scheme, bearerFormat, openIdConnectUrl }: Scheme): string {
  const details = [scheme, bearerFormat, openIdConnectUrl].filter(Boolean).join(', ')
  return details ? `${type}<${details}>` : type
}
