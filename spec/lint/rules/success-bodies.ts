import { follow, listResponses } from '../follow.ts'
import type { Body, Context, Schema, Visitor } from '../redocly.ts'

const isWrapped = (schema: Schema | undefined) => {
  const properties = Object.keys(schema?.properties ?? {})
  const requiresOk = Array.isArray(schema?.required) && schema.required.includes('ok')
  return schema?.type === 'object' && requiresOk && properties.includes('ok') && properties.length === 2
}

/** A successful answer is `{ ok, <result> }`. */
export const successBodies = (): Visitor => ({
  Responses(responses: Record<string, Body>, context: Context) {
    for (const { content, location } of listResponses(responses, '2', context.location, context)) {
      const schema = content['application/json']?.schema
      const body = follow(schema, location.child(['application/json', 'schema']), context)
      const isBroken = schema !== undefined && body.node === undefined
      if (isBroken || isWrapped(body.node)) continue
      context.report({
        message:
          'Answer in `application/json` with an object of two properties: `ok`, which is required, and the result under its own name.',
        location: body.location,
      })
    }
  },
})
