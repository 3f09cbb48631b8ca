import type { Json } from '@seam-acs/spec/model'
import type { Body, Example } from '../ledger/bodies.ts'
import { toStatus } from '../ledger/bodies.ts'
import type { BodyObligation } from '../ledger/obligations.ts'
import { toSlug, writeObligation, writeSlug } from './names.ts'
import { isPlausible, type FindRejected } from './rejected-requests.ts'
import type { Synthesis } from './context.ts'

/** Makes the error responses of an operation: the document's examples first, then variations of them. */
export function synthesizeErrors(synthesis: Synthesis, findRejected: FindRejected, body: Body): void {
  const { operation, tools } = synthesis
  const places = body.places.filter((place) => place.operation.id === operation.id)
  const described = body.examples.filter((example) => example.operation.id === operation.id)
  const bare = places
    .filter(({ response }) => !described.some((example) => example.response === response))
    .map((place): Example => ({ ...place, name: 'error', value: tools.exemplify(body.schema) }))
  const examples = [...described, ...bare]
  for (const example of examples) {
    const from = bare.includes(example) ? 'the least that the spec allows' : `the spec's example "${example.name}"`
    add(example, example.value, toSlug([example.name]), from)
  }
  for (const purpose of synthesis.listUnmetOf([body])) {
    if (!synthesis.isUnmet(purpose)) continue
    for (const { example, value } of listChanged(purpose)) {
      const from = `the spec's example "${example.name}", changed to show ${writeObligation(purpose)}`
      if (add(example, value, writeSlug(purpose), from)) break
    }
  }

  function add(example: Example, value: Json, slug: string, from: string): boolean {
    if (!isPlausible(value)) return false
    const status = toStatus(example.response!)
    const response = synthesis.createResponse(example, body.content, value, slug)
    return synthesis.add(slug, { request: findRejected(status, value), response }, from)
  }

  function listChanged(purpose: BodyObligation): { example: Example; value: Json }[] {
    const nearest = examples.toSorted((one, other) => rate(other, purpose) - rate(one, purpose))
    return nearest.flatMap((example) =>
      [0, 1, 2].map((entry) => {
        const value = tools.changeToMeet(example.value, purpose, entry)
        const { condition, path } = purpose
        if (path === 'error.type' && condition.is === 'value')
          value.error.message = condition.value.replaceAll('_', ' ')
        return { example, value }
      }),
    )
  }
}

/** How many words at its end an example's name shares with the value of a condition. */
function rate({ name }: Example, { condition }: BodyObligation): number {
  const [words, others] = [name, String('value' in condition ? condition.value : '')].map((text) =>
    text.split('_').toReversed(),
  )
  const different = words!.findIndex((word, index) => word !== others![index])
  return different === -1 ? words!.length : different
}
