import { follow } from '../follow.ts'
import type { Body, Context, Visitor } from '../redocly.ts'

/** A request's body has a schema in a file of its own, which gives its type a name. */
export const requestBodies = (): Visitor => ({
  RequestBody({ content }: Body, context: Context) {
    const schema = content?.['application/json']?.schema
    if (schema === undefined || schema.$ref !== undefined) return
    const { location } = follow(schema, context.location.child(['content', 'application/json', 'schema']), context)
    context.report({
      message: 'Move the schema of the body into a file of its own in components/schemas, which names its type.',
      location,
    })
  },
})
