import { follow, listResponses } from '../follow.ts'
import type { Body, Context, Location, Schema, Visitor } from '../redocly.ts'

/** A successful response has `ok` and its result. Every object in it has its own schema, which names the type. */
export const successBodies = (): Visitor => ({
  Responses(responses: Record<string, Body>, context: Context) {
    const successes = listResponses(responses, '2', context.location, context)
    for (const { status } of successes.slice(1)) {
      context.report({
        message: `Describe one success status only: \`${status}\` is a second one.`,
        location: context.location.child(status).key(),
      })
    }
    for (const { content, location } of successes) {
      checkBody(content['application/json']?.schema, location.child(['application/json', 'schema']), context)
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
        'Describe the body in `application/json` by a `$ref` to its own schema: an object that requires `ok` and has the result, if there is one, under its own name.',
      location,
    })
    return
  }
  for (const [name, property] of Object.entries(node.properties ?? {})) checkResult(name, property, location, context)
}

/** Checks the result itself or, for a list, its items. */
function checkResult(name: string, property: Schema, body: Location, context: Context): void {
  const isObject = (schema: Schema | undefined) => schema?.properties !== undefined || schema?.anyOf !== undefined
  if (!isObject(property) && !isObject(property?.items)) return
  context.report({
    message: `Move the schema of \`${name}\` into its own file in components/schemas, which names its type.`,
    location: body.child(['properties', name]).key(),
  })
}
