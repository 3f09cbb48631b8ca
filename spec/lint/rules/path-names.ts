import type { Context, Visitor } from '../redocly.ts'

interface PathItem {
  post?: { operationId?: string }
}

/** A path, its file and its operation share one name. */
export const pathNames = (): Visitor => ({
  PathItem(pathItem: PathItem, { key, location, rawLocation, rawNode, report }: Context) {
    const name = key.slice(1).replaceAll('/', '_')
    if (rawNode.$ref !== `paths/${name}.yaml`) {
      report({
        message: `Describe the path in its own file, named after the path: \`$ref: paths/${name}.yaml\`.`,
        location: rawLocation.key(),
      })
    }
    if (pathItem.post && pathItem.post.operationId !== name) {
      report({
        message: `Name the operation after its path: \`operationId: ${name}\`.`,
        location: location.child(['post', 'operationId']),
      })
    }
  },
})
