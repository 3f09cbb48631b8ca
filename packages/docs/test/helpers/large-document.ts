import contract from '@seam-acs/spec' with { type: 'json' }
import { componentName, readOperations, resolve, type OpenApiDocument } from '@seam-acs/spec/model'
import { createSampleContract } from '@seam-acs/spec/sample-contract'
import { people } from './documents/people.ts'

const nouns =
  'access_grant badge_template bridge building camera climate_preset connected_account customer device entrance event ' +
  'instant_key intercom key_pool lock noise_threshold parking_space phone reservation role schedule tenant thermostat ' +
  'webhook workspace'
const verbs =
  'archive assign cancel copy create delete disable enable export find get import list lock merge replace reset share ' +
  'unassign update'

/**
 * A document with so many operations, up to 500: those of an API with twenty for each kind of object. Each is the first
 * operation of another document that returns an object, with a request and a response of its own; those with one noun share an object.
 */
export function multiply(document: OpenApiDocument, count: number): OpenApiDocument {
  const large = structuredClone(document)
  const first = readOperations(document).find((operation) => operation.result.kind === 'one')!
  const { post: operation } = resolve(document, document.paths![first.path]!)
  const request = componentName(first.request!.schema)!
  const response = componentName(first.success!.schema)!
  const result = componentName(first.result.kind === 'one' ? first.result.schema : undefined)!
  large.paths = {}
  large.tags = []
  for (let number = 0; number < count; number++) {
    const noun = nouns.split(' ')[Math.floor(number / 20)]
    const verb = verbs.split(' ')[number % 20]!
    if (!noun) throw new Error(`There are no names for ${count} operations.`)
    const names = { [request]: `${verb}_${noun}_request`, [response]: `${verb}_${noun}_response`, [result]: noun }
    const rename = <T>(value: T) => withNames(value, names)
    const own = {
      operationId: `${noun}_${verb}`,
      tags: [noun],
      summary: `${verb.replace(/^\w/, (letter) => letter.toUpperCase())} a ${noun.replaceAll('_', ' ')}`,
    }
    large.paths[`/${noun}/${verb}`] = { post: { ...rename(operation!), ...own } }
    for (const [name, renamed] of Object.entries(names)) {
      large.components!.schemas![renamed] = rename(document.components!.schemas![name]!)
    }
    if (number % 20 === 0) large.tags.push({ name: noun, description: `All about a ${noun.replaceAll('_', ' ')}.` })
  }
  return large
}

/** The same with other components in the places of the named ones. */
function withNames<T>(value: T, names: Record<string, string>): T {
  const text = JSON.stringify(value).replaceAll(/"#\/components\/schemas\/(\w+)"/g, (ref, name: string) =>
    Object.hasOwn(names, name) ? `"#/components/schemas/${names[name]}"` : ref,
  )
  return JSON.parse(text)
}

/** The operations of a large API, one for each keyword that the spec may use, and one for each kind of result. */
export function createLargeContract(): OpenApiDocument {
  const parts = [multiply(contract as unknown as OpenApiDocument, 24), createSampleContract(), people]
  const merge = <T>(read: (part: OpenApiDocument) => T) => Object.assign({}, ...parts.map(read).toReversed()) as T
  return {
    ...parts[0]!,
    tags: parts.flatMap(({ tags }) => tags!),
    paths: merge(({ paths }) => paths!),
    components: {
      ...parts[0]!.components,
      schemas: merge(({ components }) => components!.schemas!),
      responses: merge(({ components }) => components!.responses ?? {}),
    },
  }
}
