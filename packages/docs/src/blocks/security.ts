import type { DescribedOperation } from '../contract/operations/operation.ts'
import { describeKind, describePlace, type Scheme } from '../contract/operations/security.ts'
import { otherSchemes, security } from '../contract/pages/overview.ts'
import { describe } from '../contract/schemas/describe.ts'
import type { Property } from '../contract/schemas/shape.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type WriteLink } from './block.ts'

/** The ways to authenticate most calls, and what only some operations require. */
export function describeSecurity(): Block[] {
  const [rule, others] =
    security.length > 0
      ? [security.length > 1 ? 'Use one of these:' : 'Every request needs this:', 'something else']
      : ['No key is required by default.', 'a key']
  return [
    ...text(rule),
    ...security.flatMap((way, place) => [
      ...text(place > 0 ? 'or' : ''),
      ...(way.length > 0 ? [describeWay(way, security.slice(0, place))] : text('No authentication.')),
    ]),
    ...(otherSchemes.length > 0
      ? [...text(`Some operations require ${others}; their pages say which:`), describeWay(otherSchemes.flat())]
      : []),
  ]
}

/** @param earlier The ways before it: a scheme that is also in one of them has another address here. */
const describeWay = (schemes: Scheme[], earlier: Scheme[][] = []): Block => ({
  kind: 'properties',
  properties: schemes.map((scheme) => {
    const isKnown = earlier.flat().some(({ id }) => id === scheme.id)
    return describeScheme(scheme, isKnown ? `${earlier.length + 1}.${scheme.id}` : scheme.id)
  }),
  prefix: 'auth.',
})

/** A scheme, in the form of a property. */
function describeScheme(scheme: Scheme, anchor: string): Property {
  const { place, name } = describePlace(scheme)
  return {
    ...describe({}),
    property: scheme.id,
    key: 'name',
    anchor,
    required: false,
    type: describeKind(scheme),
    description: [scheme.description, describeFlows(scheme)].filter(Boolean).join('\n\n'),
    facts: [{ label: place.replace(/^\w/, (letter) => letter.toUpperCase()), value: name }],
  }
}

/** The flows of OAuth 2.0 and their scopes, as a list in Markdown. */
function describeFlows({ flows = {} }: Scheme): string {
  const lines = Object.entries(flows).flatMap(([name, { authorizationUrl, tokenUrl, refreshUrl, scopes = {} }]) => {
    const addresses = Object.entries({ authorization: authorizationUrl, token: tokenUrl, refresh: refreshUrl })
      .filter(([, url]) => url)
      .map(([what, url]) => `${what} URL ${writeCode(url!)}`)
    const known = Object.entries(scopes).map(
      ([scope, meaning]) => `  - ${writeCode(scope)}${meaning && `: ${meaning}`}`,
    )
    return [`- Flow ${writeCode(name)}: ${addresses.join(', ')}`, ...known]
  })
  return lines.join('\n')
}

/** The ways to authenticate a call of one operation. */
export function describeOwnSecurity({ security: own }: DescribedOperation, to: WriteLink): Block[] {
  if (own.length === 0) return []
  const ways = own.map((schemes) => {
    const places = schemes.map((scheme) => {
      const { place, name } = describePlace(scheme)
      const scopes = scheme.scopes.length > 0 ? ` (scopes: ${scheme.scopes.map(writeCode).join(', ')})` : ''
      return `${to(writeCode(scheme.id), 'index', `auth.${scheme.id}`)} ${place} ${writeCode(name)}${scopes}`
    })
    return `- ${places.join(' with ') || 'no authentication'}`
  })
  return [
    heading(2, 'Authentication', 'authentication'),
    ...text(own.length > 1 ? 'Use one of these:' : ''),
    ...text(ways.join('\n')),
  ]
}
