import { follow, listResponses } from '../follow.ts'
import type { Body, Context, Location, Visitor } from '../redocly.ts'

interface Operation {
  requestBody?: Body
  responses?: Record<string, Body>
}

const locateExamples = ({ content, location }: { content: Body['content']; location: Location }) =>
  Object.entries(content ?? {}).flatMap(([mediaType, media]) =>
    Object.keys(media?.examples ?? {}).map((name): [string, Location] => [
      name,
      location.child([mediaType, 'examples', name]).key(),
    ]),
  )

/** A request example and the success example with the same name form one exchange. */
export const pairedExamples = (): Visitor => ({
  Operation({ requestBody, responses }: Operation, context: Context) {
    const { location, report } = context
    if (!requestBody) return
    const request = follow(requestBody, location.child('requestBody'), context)
    const requestExamples = new Map(
      locateExamples({ content: request.node?.content, location: request.location.child('content') }),
    )
    const successes = listResponses(responses ?? {}, '2', location.child('responses'), context)
    const successExamples = new Map(successes.flatMap(locateExamples))

    for (const [name, place] of requestExamples) {
      if (successExamples.has(name)) continue
      report({
        message: `Add an example \`${name}\` to the success response as well, or rename this one.`,
        location: place,
      })
    }
    for (const [name, place] of successExamples) {
      if (requestExamples.has(name)) continue
      report({ message: `Add an example \`${name}\` to the request as well, or rename this one.`, location: place })
    }
  },
})
