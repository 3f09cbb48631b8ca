import type { OpenApiDocument } from '@seam-acs/spec/model'

type Kind = Record<string, string>

/** Constraints that are shown as a label and their value, in this order. */
export const constraints = {
  format: 'Format',
  pattern: 'Pattern',
  const: 'Always',
  default: 'Default',
  minLength: 'At least this many characters',
  maxLength: 'At most this many characters',
  minimum: 'At least',
  maximum: 'At most',
  exclusiveMinimum: 'More than',
  exclusiveMaximum: 'Less than',
  multipleOf: 'A multiple of',
  minItems: 'At least this many items',
  maxItems: 'At most this many items',
  minProperties: 'At least this many properties',
  maxProperties: 'At most this many properties',
  contentMediaType: 'Media type',
  contentEncoding: 'Encoding',
} as const

const values = (...names: string[]): Kind => Object.fromEntries(names.map((name) => [name, 'value']))

/**
 * What each object of a document may hold and what is found there: `value` for anything, another name for an object of
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
  server: values('url', 'description'),
  tag: values('name', 'description'),
  path: { get: 'operation', post: 'operation', put: 'operation', patch: 'operation', delete: 'operation' },
  operation: {
    ...values('operationId', 'tags', 'summary', 'description', 'deprecated', 'security'),
    parameters: 'parameter[]',
    requestBody: 'body',
    responses: 'response{}',
  },
  parameter: { ...values('$ref', 'name', 'in', 'description', 'required', 'deprecated', 'example'), schema: 'schema' },
  header: { ...values('$ref', 'description', 'required', 'deprecated', 'example'), schema: 'schema' },
  body: { ...values('$ref', 'description', 'required'), content: 'media{}' },
  response: { ...values('$ref', 'description'), headers: 'header{}', content: 'media{}' },
  media: { ...values('example'), schema: 'schema', examples: 'example{}' },
  example: values('$ref', 'summary', 'description', 'value'),
  scheme: values('type', 'scheme', 'in', 'name', 'description'),
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
    ...values('deprecated', 'example', 'examples'),
    properties: 'schema{}',
    patternProperties: 'schema{}',
    additionalProperties: 'schema',
    items: 'schema',
    allOf: 'schema[]',
    anyOf: 'schema[]',
    oneOf: 'schema[]',
    not: 'exclusion',
  },
  exclusion: values('enum', 'const'),
}

/** @throws {Error} that lists every keyword of the document for which the site has no rendering, and where it is. */
export function refuseUnknownKeywords(document: OpenApiDocument) {
  const unknown = [...findUnknown(document, 'document', '#')]
  if (unknown.length === 0) return
  const list = unknown.map(({ keyword, place }) => `  \`${keyword}\` at ${place}`).join('\n')
  throw new Error(
    `The reference cannot show these keywords of the spec:\n${list}\n` +
      'Render them in packages/docs/src and list them in packages/docs/src/contract/keywords.ts, or take them out of the spec.',
  )
}

function* findUnknown(value: unknown, kind: string, place: string): Generator<{ keyword: string; place: string }> {
  if (kind === 'value' || typeof value !== 'object' || value === null) return
  const single = kind.replace(/(?:\[\]|\{\})$/, '')
  for (const [key, child] of Object.entries(value)) {
    const inside = `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (single !== kind) yield* findUnknown(child, single, inside)
    else if (Object.hasOwn(kinds[kind]!, key)) yield* findUnknown(child, kinds[kind]![key]!, inside)
    else yield { keyword: key, place }
  }
}
