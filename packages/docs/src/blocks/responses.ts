import { hasExample, readErrorType } from '../contract/operations/error-type.ts'
import type { DescribedContent, DescribedOperation, DescribedResponse } from '../contract/operations/operation.ts'
import type { Field } from '../contract/operations/parameter.ts'
import { errorTypes } from '../contract/pages/pages.ts'
import { describeReturned, isPlainObject } from '../contract/schemas/returned.ts'
import type { Shape } from '../contract/schemas/shape.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type WriteLink } from './block.ts'
import { describeExample } from './examples.ts'
import { describeShape, writeType } from './schema.ts'

/** Only the index of errors lists more types than these. */
const typesPerResponse = 12

export function describeResponses(page: string, operation: DescribedOperation, to: WriteLink): Block[] {
  const headers = listHeaders(operation)
  const prefixes = [...new Set([...headers.values()].map(({ prefix }) => prefix))]
  const linkHeader = (field: Field) =>
    to(field.property, page, headers.get(JSON.stringify(field))!.prefix + field.anchor)
  return [
    ...text(errorTypes.length > 0 ? `${to('Each error type', 'errors')} has a page that explains what to do.` : ''),
    ...operation.responses.flatMap((response) => {
      const { status, description, contents, headers: fields } = response
      const types = errorTypes.filter(({ statuses }) => statuses.includes(status)).slice(0, typesPerResponse)
      return [
        heading(3, '', status, status),
        ...text(description),
        ...text(
          listAfter(
            'Types',
            types.map(({ type, page: path }) => to(writeCode(type), path)),
          ),
          'media',
        ),
        ...text(listAfter('Headers', fields.map(linkHeader)), 'media'),
        ...contents.flatMap((content, index) => describeContent(page, operation, response, content, index === 0, to)),
      ]
    }),
    ...(headers.size > 0 ? [heading(3, 'Response headers', 'headers')] : []),
    ...prefixes.map((prefix) => ({
      kind: 'properties' as const,
      properties: [...headers.values()].filter((field) => field.prefix === prefix),
      prefix,
    })),
  ]
}

const listAfter = (label: string, items: string[]) => (items.length > 0 ? `${label}: ${items.join(', ')}` : '')

/** Most responses have the same headers, so each different one is described once. */
function listHeaders({ responses }: DescribedOperation): Map<string, Field & { prefix: string }> {
  const headers = new Map<string, Field & { prefix: string }>()
  for (const { status, headers: fields } of responses) {
    for (const field of fields) {
      const isTaken = [...headers.values()].some(({ property }) => property === field.property)
      const prefix = isTaken ? `${status}.header.` : 'header.'
      if (!headers.has(JSON.stringify(field))) headers.set(JSON.stringify(field), { ...field, prefix })
    }
  }
  return headers
}

function describeContent(
  page: string,
  operation: DescribedOperation,
  response: DescribedResponse,
  content: DescribedContent,
  isFirst: boolean,
  to: WriteLink,
): Block[] {
  const { mediaType, shape, isOfScenarios } = content
  const prefix = isFirst ? `${response.status}.` : `${response.status}.${mediaType}.`
  const isSuccess = response.status.startsWith('2')
  const type =
    shape && (shape.name || shape.type !== 'object')
      ? ` ${shape.name ? to(writeCode(shape.name), `schemas/${shape.name}`) : writeType(page, shape, to)}`
      : ''
  const isWhole = shape && (isSuccess || !shape.name)
  const inside = (body: Shape) => {
    if (isSuccess && isPlainObject(body)) return describeReturn(operation, body, prefix, to)
    return body.name ? [] : describeShape(body, prefix)
  }
  return [
    ...text(`Body: ${writeCode(mediaType)}${type}`, 'media'),
    ...text(isWhole ? shape.description : ''),
    ...(shape ? inside(shape) : []),
    ...(isOfScenarios ? [] : listShownExamples(response, content).map(describeExample)),
  ]
}

/** The properties of the response itself; those of the object in it are on the object's own page. */
function describeReturn({ result }: DescribedOperation, shape: Shape, prefix: string, to: WriteLink): Block[] {
  const { properties, result: returned } = describeReturned(result, shape)
  return [
    { kind: 'properties', properties, prefix },
    ...(returned
      ? [
          heading(
            4,
            `Returned properties of ${to(writeCode(returned.component), `schemas/${returned.component}`)}`,
            `${prefix}${returned.key}.returns`,
          ),
          { kind: 'presence' as const, component: returned.component, properties: returned.properties },
        ]
      : []),
  ]
}

/** The page of an error has all of its examples. Here is one for each status, and those of errors without a page. */
function listShownExamples({ status }: DescribedResponse, { examples }: DescribedContent) {
  const linked = status.startsWith('2')
    ? []
    : examples.filter((example) => {
        const type = errorTypes.find((error) => error.type === readErrorType(example.value))
        return type && hasExample(type, status, example)
      })
  return examples.filter((example) => !linked.includes(example) || example === linked[0])
}
