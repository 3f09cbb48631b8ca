import type { Content, NamedExample as ReadExample } from '@seam-acs/spec/model'
import { makeExample } from '../schemas/example-value.ts'
import { countDays, firstDate, moveDates } from './dates.ts'

export interface NamedExample extends ReadExample {
  summary: string
}

/** A request, and the response that it gets where the examples of both have one name. */
export interface Scenario extends NamedExample {
  response: NamedExample | undefined
}

/** The requests and responses that the examples of an operation show together. */
export const listScenarios = (request: Content | undefined, response: Content | undefined): Scenario[] =>
  pairExamples(listExamples(request), listExamples(response), request).map(moveScenario)

export const listExamples = ({ examples }: Pick<Content, 'examples'> = { examples: [] }): NamedExample[] =>
  // An example that is only at another address is left out.
  examples
    .filter(({ value }) => value !== undefined)
    .map((example) => ({ ...example, summary: example.summary ?? toTitle(example.name) }))

/** `Pin code` for `pin_code`. */
const toTitle = (name: string) => name.replaceAll('_', ' ').replace(/^\w/, (letter) => letter.toUpperCase())

/** The example with its dates in the future, so that the request can be sent, and the same distance between all dates. */
function moveScenario(scenario: Scenario): Scenario {
  const days = countDays(scenario.value, firstDate)
  const { response } = scenario
  return {
    ...scenario,
    value: moveDates(scenario.value, days),
    response: response && { ...response, value: moveDates(response.value, days) },
  }
}

/**
 * A response without a request of its name stays, so that no example is lost, and a request without any example gets one
 * that its schema allows.
 */
function pairExamples(requests: NamedExample[], responses: NamedExample[], content: Content | undefined): Scenario[] {
  const isOnly = requests.length === 1 && responses.length === 1
  const find = (request: NamedExample) => responses.find(({ name }) => isOnly || name === request.name)
  const pairs = requests.map((request) => ({ ...request, response: find(request) }))
  const alone = responses.filter((response) => !pairs.some((pair) => pair.response === response))
  const value = requests.length > 0 ? requests[0]!.value : content?.schema && makeExample(content.schema, 'request')
  const scenarios = [...pairs, ...alone.map((response) => ({ ...response, value, response }))]
  if (scenarios.length > 0 || value === undefined) return scenarios
  const made = { name: 'example', summary: 'Made from the schema', description: undefined }
  return [{ ...made, value, response: undefined }]
}
