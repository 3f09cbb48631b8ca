import type { DescribedBody, DescribedContent, DescribedOperation } from '../contract/operations/operation.ts'
import { afterwards, findGuide } from '../contract/pages/guide.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block, type Content, type WriteLink } from './block.ts'
import { describeExample, describeScenarios } from './examples.ts'
import { describeResponses } from './responses.ts'
import { describeOwnSecurity } from './security.ts'
import { describeServers } from './servers.ts'
import { describeShape, writeType } from './schema.ts'

export function describeOperation(page: string, operation: DescribedOperation, to: WriteLink): Content {
  const { method, path, deprecated, description, servers, parameters, body } = operation
  const guide = findGuide(operation)
  return {
    intro: [
      ...text(`**${method}** ${writeCode(path)}`, 'endpoint'),
      ...text(deprecated ? 'This operation is deprecated.' : '', 'note'),
      ...text(description),
    ],
    examples: describeScenarios(operation),
    rest: [
      ...describeServers(servers),
      ...describeOwnSecurity(operation, to),
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
    ...(isOfScenarios ? [] : examples.map(describeExample)),
  ]
}
