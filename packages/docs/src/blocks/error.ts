import { isOwnApi } from '../contract/document/document.ts'
import type { ErrorType } from '../contract/operations/error-type.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { writeErrorHandling } from '../samples/error-handling.ts'
import { writeExample } from '../text/example.ts'
import { escapeMarkdown, writeCode } from '../text/markdown.ts'
import { card, code, heading, text, type Content, type Examples, type WriteLink } from './block.ts'
import { linkOperations } from './indexes.ts'

export function describeError({ type, description, occurrences, statuses, made }: ErrorType, to: WriteLink): Content {
  const status = statuses[0] === undefined ? 'the status that applies' : writeCode(nameStatus(statuses[0]))
  const none = `The description has no example of this error. It is returned with ${status}, in a body of this form:`
  return {
    intro: [...text(`${writeCode('error.type')} **${escapeMarkdown(type)}**`, 'endpoint'), ...text(description)],
    examples: describeHandling(type),
    rest: [
      heading(2, 'Responses', 'responses'),
      ...(occurrences.length > 0 ? [] : [...text(none), card([code(writeExample(made))])]),
      ...occurrences.flatMap(({ status: returned, operations, example }) => [
        heading(3, linkOperations(operations, to, returned), undefined, returned),
        ...text(`${escapeMarkdown(example.summary)}.`),
        ...text(example.description),
        card([code(writeExample(example.value))]),
      ]),
      ...text(to('All errors', 'errors')),
    ],
  }
}

/** How to handle the error with our client. */
const describeHandling = (type: string): Examples | undefined =>
  isOwnApi
    ? {
        label: 'In the client',
        choices: [],
        blocks: [
          heading(2, 'In the client', 'client'),
          card([code({ code: writeErrorHandling(type), language: 'typescript' })]),
        ],
      }
    : undefined
