import { listResponses } from '../follow.ts'
import type { Body, Context, Visitor } from '../redocly.ts'

/** Error responses have one shape for every status. Only the response to invalid JSON (400) is plain text. */
export const errorBodies = (): Visitor => ({
  Responses(responses: Record<string, Body>, context: Context) {
    for (const { status, content, location } of listResponses(responses, '45', context.location, context)) {
      const { 'application/json': json, ...others } = content
      if (!String(json?.schema?.$ref).endsWith('/error_response.yaml')) {
        context.report({
          message: 'Describe the error in `application/json` by a `$ref` to components/schemas/error_response.yaml.',
          location: location.child(['application/json', 'schema']),
        })
      }
      for (const mediaType of Object.keys(others)) {
        if (status === '400' && mediaType === 'text/plain') continue
        context.report({
          message: `Remove \`${mediaType}\`: only 400 has a type other than JSON, which is \`text/plain\`.`,
          location: location.child(mediaType).key(),
        })
      }
    }
  },
})
