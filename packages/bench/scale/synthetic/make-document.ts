import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { dropUnused, type Json, type OpenApiDocument } from '@seam-acs/spec/model'
import { listOperations, sharedSchemas, type Sink } from './operations.ts'
import { makeResource } from './resource.ts'

/**
 * A document in house style with a number of operations, six for each resource. The same seed gives the same document,
 * and a larger document begins with the operations of a smaller one.
 *
 * @param house The document from which it takes the error responses, the headers and the security.
 */
export function makeDocument(count: number, house: OpenApiDocument, seed = 1): OpenApiDocument {
  const random = xoroshiro128plus(seed)
  const [operation] = Object.values(house.paths ?? {}).flatMap(({ post }) => post ?? [])
  const failures = Object.entries<Json>(operation?.responses ?? {}).filter(([status]) => !status.startsWith('2'))
  const sink: Sink = { schemas: {}, examples: {} }
  const paths: [string, Json][] = []
  while (paths.length < count) {
    const resource = makeResource(`thing_${paths.length / 6 + 1}`, random)
    Object.assign(sink.schemas, resource.schemas)
    paths.push(...listOperations(resource, Object.fromEntries(failures), sink))
  }
  const kept = paths.slice(0, count)
  const tags = [...new Set(kept.map(([, { post }]) => post.tags[0]))].toSorted()
  const { schemas = {}, examples = {}, ...shared } = house.components ?? {}
  return dropUnused({
    ...house,
    info: { ...house.info, title: 'Things of a building' },
    tags: tags.map((name) => ({ name, description: 'What a building has.' })),
    paths: Object.fromEntries(kept),
    components: {
      ...shared,
      examples: { ...examples, ...sink.examples },
      schemas: { ...schemas, ...sharedSchemas, ...sink.schemas },
    },
  })
}
