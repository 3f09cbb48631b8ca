import { resolve } from '../check.ts'
import type { Json } from '../recording.ts'

export interface Operation {
  id: string
  path: string
  method: string
  answers: Answer[]
  bodies: Body[]
}

export interface Answer {
  status: number
  /** The documented ones, in lower case, with what the document says of each. */
  headers: [name: string, header: Json][]
  contents: string[]
}

/** What a request holds, or the answers that have one schema in common, as the refusals do. */
export interface Body {
  /** `request`, a status, or the first and the last of several. */
  side: string
  /** Empty for a request. */
  statuses: number[]
  content: string
  schema: Json
  /** The document's examples by name, resolved. */
  examples: Example[]
}

export interface Example {
  name: string
  status?: number
  value: Json
}

/** The operations of an OpenAPI document, with their references resolved. */
export function readOperations(contract: Json): Operation[] {
  return Object.entries<Json>(contract.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, { operationId, requestBody, responses }]) => {
      const answers = Object.entries<Json>(responses).map(([status, response]) => ({
        status: toStatus(status),
        response: resolve(contract, response),
      }))
      return {
        id: operationId,
        path,
        method: method.toUpperCase(),
        answers: answers.map(({ status, response: { headers = {}, content = {} } }) => ({
          status,
          headers: Object.entries<Json>(headers).map(([name, header]): [string, Json] => [
            name.toLowerCase(),
            resolve(contract, header),
          ]),
          contents: Object.keys(content),
        })),
        bodies: [...readRequests(requestBody), ...readAnswers(answers)],
      }
    }),
  )

  function readRequests(requestBody: Json): Body[] {
    return Object.entries<Json>(resolve(contract, requestBody)?.content ?? {}).map(([content, media]) => ({
      side: 'request',
      statuses: [],
      content,
      schema: media.schema,
      examples: readExamples(media),
    }))
  }

  function readAnswers(answers: { status: number; response: Json }[]): Body[] {
    const all = answers.flatMap(({ status, response }) =>
      Object.entries<Json>(response.content ?? {}).map(([content, media]) => ({ status, content, media })),
    )
    const keys = all.map(({ content, media }) => JSON.stringify([content, media.schema]))
    return [...new Set(keys)].map((key) => {
      const group = all.filter((_, index) => keys[index] === key)
      const statuses = group.map(({ status }) => status)
      return {
        side: statuses.length > 1 ? `${statuses[0]}–${statuses.at(-1)}` : String(statuses[0]),
        statuses,
        content: group[0]!.content,
        schema: group[0]!.media.schema,
        examples: group.flatMap(({ status, media }) => readExamples(media).map((example) => ({ ...example, status }))),
      }
    })
  }

  function readExamples({ examples = {} }: Json): Example[] {
    return Object.entries<Json>(examples).map(([name, example]) => ({ name, value: resolve(contract, example).value }))
  }
}

/** One that stands for `4XX` or `default`, which nothing else is likely to document. */
function toStatus(status: string): number {
  return status === 'default' ? 599 : Number(status.replace('XX', '99'))
}
