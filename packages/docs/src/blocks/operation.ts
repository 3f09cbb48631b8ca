import type { DescribedBody, DescribedContent, DescribedOperation } from '../contract/operations/operation.ts'
import { describePlace } from '../contract/operations/security.ts'
import { afterwards, findGuide } from '../contract/pages/guide.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type Content, type WriteLink } from './block.ts'
import { describeResponses } from './responses.ts'
import { describeShape, writeType } from './schema.ts'

export function describeOperation(page: string, operation: DescribedOperation, to: WriteLink): Content {
  const { method, path, deprecated, description, parameters, body } = operation
  const guide = findGuide(operation)
  return {
    intro: [
      ...text(`**${method}** ${writeCode(path)}`, 'endpoint'),
      ...text(deprecated ? 'This operation is deprecated.' : '', 'note'),
      ...text(description),
    ],
    rest: [
      ...describeSecurity(operation, to),
      ...(parameters.length > 0
        ? [
            heading(2, 'Parameters', 'parameters'),
            { kind: 'properties' as const, properties: parameters, prefix: 'parameter.' },
          ]
        : []),
      ...(body
        ? [
            heading(2, 'Request body', 'body'),
            ...body.contents.flatMap((content, index) => describeRequest(page, body, content, index === 0, to)),
          ]
        : []),
      heading(2, 'Responses', 'responses'),
      ...describeResponses(page, operation, to),
      ...(guide ? [heading(2, afterwards, 'afterwards'), ...text(guide)] : []),
    ],
  }
}

function describeSecurity({ security }: DescribedOperation, to: WriteLink): Block[] {
  if (security.length === 0) return []
  const ways = security.map((schemes) => {
    const places = schemes.map((scheme) => {
      const { place, name } = describePlace(scheme)
      const scopes = scheme.scopes.length > 0 ? ` (scopes: ${scheme.scopes.map(writeCode).join(', ')})` : ''
      return `${to(writeCode(scheme.id), 'index', `auth.${scheme.id}`)} ${place} ${writeCode(name)}${scopes}`
    })
    return `- ${places.join(' with ') || 'no authentication'}`
  })
  return [
    heading(2, 'Authentication', 'authentication'),
    ...text(security.length > 1 ? 'Use one of these:' : ''),
    ...text(ways.join('\n')),
  ]
}

function describeRequest(
  page: string,
  body: DescribedBody,
  { mediaType, shape, examples, isOfScenarios }: DescribedContent,
  isFirst: boolean,
  to: WriteLink,
): Block[] {
  const type = shape && shape.type !== 'object' ? ` ${writeType(page, shape, to)}` : ''
  const required = isFirst && body.required ? ' **required**' : ''
  return [
    ...text(`${isFirst ? '' : 'Or '}${writeCode(mediaType)}${type}${required}`, 'media'),
    ...text(isFirst ? body.description : ''),
    ...(shape ? [...text(shape.description), ...describeShape(shape, isFirst ? 'body.' : `body.${mediaType}.`)] : []),
    ...(isOfScenarios ? [] : examples.map((example) => ({ kind: 'example' as const, example }))),
  ]
}
