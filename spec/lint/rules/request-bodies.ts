import { follow } from '../follow.ts'
import type { Body, Context, Visitor } from '../redocly.ts'

/** A request body has its schema in its own file, which names the type. */
export const requestBodies = (): Visitor => ({
  RequestBody({ content }: Body, context: Context) {
    const schema = content?.['application/json']?.schema
    if (schema === undefined || schema.$ref !== undefined) return
    const { location } = follow(schema, context.location.child(['content', 'application/json', 'schema']), context)
    context.report({
      message: 'Move the schema of the body into its own file in components/schemas, which names its type.',
      location,
    })
  },
})
