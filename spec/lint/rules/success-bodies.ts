import { follow, listResponses } from '../follow.ts'
import type { Body, Context, Location, Schema, Visitor } from '../redocly.ts'

/** A successful response is `{ ok }` and what it is about; all that has properties has a schema, and so a type, of its own. */
export const successBodies = (): Visitor => ({
  Responses(responses: Record<string, Body>, context: Context) {
    const successes = listResponses(responses, '2', context.location, context)
    for (const { status } of successes.slice(1)) {
      context.report({
        message: `Describe one status of success: \`${status}\` is a second one.`,
        location: context.location.child(status).key(),
      })
    }
    for (const { content, location } of successes) {
      const json = content['application/json']
      const place = location.child(['application/json', 'schema'])
      checkBody(json?.schema, place, context)
    }
  },
})

function checkBody(schema: Schema | undefined, place: Location, context: Context): void {
  const { node, location } = follow(schema, place, context)
  if (schema !== undefined && node === undefined) return
  const isWrapped = node?.type === 'object' && node.required?.includes('ok') && node.properties?.['ok'] !== undefined
  if (!isWrapped || schema?.$ref === undefined) {
    context.report({
      message:
        'Describe the body in `application/json` by a `$ref` to a schema of its own: an object that requires `ok`, beside the result under its own name, if there is one.',
      location,
    })
    return
  }
  for (const [name, property] of Object.entries(node.properties ?? {})) checkResult(name, property, location, context)
}

/** The result itself, or what a list holds. */
function checkResult(name: string, property: Schema, body: Location, context: Context): void {
  const isObject = (schema: Schema | undefined) => schema?.properties !== undefined || schema?.anyOf !== undefined
  if (!isObject(property) && !isObject(property?.items)) return
  context.report({
    message: `Move the schema of \`${name}\` into a file of its own in components/schemas, which names its type.`,
    location: body.child(['properties', name]).key(),
  })
}
