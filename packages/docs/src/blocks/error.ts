import { isOwnApi } from '../contract/document/document.ts'
import type { ErrorType } from '../contract/operations/error-type.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { writeErrorHandling } from '../samples/error-handling.ts'
import { writeExample } from '../text/example.ts'
import { escapeMarkdown, writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type Content, type WriteLink } from './block.ts'
import { linkOperations } from './indexes.ts'

export function describeError({ type, description, occurrences, statuses, made }: ErrorType, to: WriteLink): Content {
  const status = statuses[0] === undefined ? 'the status that applies' : writeCode(nameStatus(statuses[0]))
  const none = `The description has no example of this error. It is returned with ${status}, in a body of this form:`
  return {
    intro: [...text(`${writeCode('error.type')} **${escapeMarkdown(type)}**`, 'endpoint'), ...text(description)],
    rest: [
      heading(2, 'Responses', 'responses'),
      ...(occurrences.length > 0 ? [] : [...text(none), writeBlock(made)]),
      ...occurrences.flatMap(({ status: code, operations, example }) => [
        heading(3, linkOperations(operations, to, code), undefined, code),
        ...text(`${escapeMarkdown(example.summary)}.`),
        ...text(example.description),
        writeBlock(example.value),
      ]),
      ...text(to('All errors', 'errors')),
    ],
  }
}

const writeBlock = (value: unknown): Block => ({ kind: 'code', ...writeExample(value) })

/** How to handle the error with our client. HTML shows this beside the rest. */
export const describeHandling = ({ type }: ErrorType): Block[] =>
  isOwnApi
    ? [heading(2, 'In the client', 'client'), { kind: 'code', code: writeErrorHandling(type), language: 'typescript' }]
    : []
