import { methods, toPointer, type OpenApiDocument } from '@seam-acs/spec/model'
import { DocumentError } from './document-error.ts'

type Kind = Record<string, string>

/** Constraints that are shown as a label and their value, in this order. */
export const constraints = {
  format: 'Format',
  pattern: 'Pattern',
  const: 'Always',
  default: 'Default',
  minLength: 'Minimum length',
  maxLength: 'Maximum length',
  minimum: 'At least',
  maximum: 'At most',
  exclusiveMinimum: 'More than',
  exclusiveMaximum: 'Less than',
  multipleOf: 'Multiple of',
  minItems: 'Minimum items',
  maxItems: 'Maximum items',
  uniqueItems: 'Unique items',
  minProperties: 'Minimum properties',
  maxProperties: 'Maximum properties',
  readOnly: 'In responses only',
  writeOnly: 'In requests only',
  contentMediaType: 'Media type',
  contentEncoding: 'Encoding',
  // Rare ones, whose value is a schema or holds some. They are shown as they are written.
  prefixItems: 'First items',
  contains: 'Contains',
  minContains: 'Contains at least',
  maxContains: 'Contains at most',
  propertyNames: 'Property names',
  dependentRequired: 'Dependent required',
  dependentSchemas: 'Dependent schemas',
  if: 'If',
  // oxlint-disable-next-line unicorn/no-thenable -- nobody awaits it
  then: 'Then',
  else: 'Else',
} as const

const values = (...names: string[]): Kind => Object.fromEntries(names.map((name) => [name, 'value']))

/**
 * What each object of a document can contain, and of which kind that is: `value` for anything, another name for an object of
 * that kind, `name[]` for a list and `name{}` for a dictionary of them.
 */
const kinds: Record<string, Kind> = {
  document: {
    ...values('openapi'),
    info: 'info',
    servers: 'server[]',
    security: 'value',
    tags: 'tag[]',
    paths: 'path{}',
    components: 'components',
  },
  info: { ...values('title', 'version', 'summary', 'description'), license: 'license' },
  license: values('name', 'identifier', 'url'),
  server: { ...values('url', 'description'), variables: 'variable{}' },
  variable: values('default', 'enum', 'description'),
  tag: values('name', 'description'),
  path: {
    ...values('$ref', 'summary', 'description'),
    servers: 'server[]',
    ...Object.fromEntries(methods.map((method) => [method, 'operation'])),
    parameters: 'parameter[]',
  },
  operation: {
    ...values('operationId', 'tags', 'summary', 'description', 'deprecated', 'security'),
    servers: 'server[]',
    parameters: 'parameter[]',
    requestBody: 'body',
    responses: 'response{}',
  },
  parameter: {
    ...values('$ref', 'name', 'in', 'description', 'required', 'deprecated', 'style', 'explode', 'example'),
    schema: 'schema',
    content: 'media{}',
    examples: 'example{}',
  },
  header: {
    ...values('$ref', 'description', 'required', 'deprecated', 'style', 'explode', 'example'),
    schema: 'schema',
    content: 'media{}',
    examples: 'example{}',
  },
  body: { ...values('$ref', 'description', 'required'), content: 'media{}' },
  response: { ...values('$ref', 'description'), headers: 'header{}', content: 'media{}' },
  media: { ...values('example'), schema: 'schema', examples: 'example{}' },
  example: values('$ref', 'summary', 'description', 'value'),
  scheme: values('$ref', 'type', 'scheme', 'in', 'name', 'description', 'bearerFormat', 'openIdConnectUrl', 'flows'),
  components: {
    examples: 'example{}',
    headers: 'header{}',
    parameters: 'parameter{}',
    requestBodies: 'body{}',
    responses: 'response{}',
    schemas: 'schema{}',
    securitySchemes: 'scheme{}',
  },
  schema: {
    ...values(...Object.keys(constraints)),
    ...values('$ref', 'type', 'title', 'description', 'required', 'enum', 'x-enumDescriptions'),
    ...values('deprecated', 'discriminator', 'example', 'examples', 'not', 'unevaluatedProperties', 'unevaluatedItems'),
    properties: 'schema{}',
    patternProperties: 'schema{}',
    additionalProperties: 'schema',
    items: 'schema',
    allOf: 'schema[]',
    anyOf: 'schema[]',
    oneOf: 'schema[]',
  },
}

interface Found {
  keyword: string
  /** A pointer to the object that has it. */
  place: string
}

/**
 * @param isOwn Whether the document is ours, which may have no keyword that the site does not show.
 * @returns What the site leaves out, as lines for the build's log, each keyword with its count and its first place.
 * @throws {DocumentError} that lists the unknown keywords of our document, other than extensions (`x-*`).
 */
export function checkKeywords(document: OpenApiDocument, isOwn: boolean): string[] {
  const [extensions, unknown] = divide([...findUnknown(document, 'document', [])], ({ keyword }) =>
    keyword.startsWith('x-'),
  )
  if (isOwn && unknown.length > 0) {
    throw new DocumentError(
      `The reference cannot show these keywords of the spec:\n${listFound(unknown).join('\n')}\n` +
        'Render them in packages/docs/src and list them in packages/docs/src/contract/document/keywords.ts, or take them out of the spec.',
    )
  }
  return [
    ...(extensions.length > 0
      ? [`The reference leaves out these extensions: ${listFound(extensions).join(',').trim()}.`]
      : []),
    ...(unknown.length > 0 ? ['The reference leaves out these keywords:', ...listFound(unknown)] : []),
  ]
}

/** In a line for each keyword. */
const listFound = (found: Found[]): string[] =>
  [...Map.groupBy(found, ({ keyword }) => keyword)].map(([keyword, [first, ...others]]) => {
    const rest = others.length > 0 ? ` and ${others.length} more` : ''
    return `  \`${keyword}\` at ${first!.place}${rest}`
  })

const divide = <T>(items: T[], isFirst: (item: T) => boolean): [T[], T[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
]

function* findUnknown(value: unknown, kind: string, keys: string[]): Generator<Found> {
  if (kind === 'value' || typeof value !== 'object' || value === null) return
  const single = kind.replace(/(?:\[\]|\{\})$/, '')
  for (const [key, child] of Object.entries(value)) {
    const inside = [...keys, key]
    if (single !== kind) yield* findUnknown(child, single, inside)
    else if (Object.hasOwn(kinds[kind]!, key)) yield* findUnknown(child, kinds[kind]![key]!, inside)
    else yield { keyword: key, place: toPointer(keys) }
  }
}
