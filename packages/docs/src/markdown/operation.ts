import type { DescribedContent, DescribedOperation, DescribedResponse } from '../contract/operations/operation.ts'
import type { NamedExample } from '../contract/operations/scenario.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { afterwards, findGuide } from '../contract/pages/guide.ts'
import { link, samplesPath, type Page } from '../contract/pages/pages.ts'
import { describeOccurrence, describePresence } from '../contract/schemas/presence.ts'
import { describeReturned, isPlainObject, type Returned } from '../contract/schemas/returned.ts'
import { describePlace } from '../contract/operations/security.ts'
import { describeType } from '../contract/schemas/type-words.ts'
import type { Property, Shape } from '../contract/schemas/shape.ts'
import { fillTemplate } from '../samples/request.ts'
import { listSamplesOf, toTemplate, toValues } from '../samples/template.ts'
import { writeExample } from '../text/example.ts'
import { writeProperty, writeShape } from './schema.ts'

export function fence(code: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${ticks}${language}\n${code.trimEnd()}\n${ticks}`
}

/** An example's value in a block of code. */
export function fenceExample(value: unknown): string {
  const { code, language } = writeExample(value)
  return fence(code, language)
}

export function writeOperation(page: Page, operation: DescribedOperation): string[] {
  const samples = listSamplesOf(operation)
  const guide = findGuide(operation)
  const write = (value: unknown) =>
    samples[0]!.write(fillTemplate(toTemplate(operation), toValues(operation, { value })))
  return [
    `\`${operation.method} ${operation.path}\``,
    ...(operation.deprecated ? ['This operation is deprecated.'] : []),
    operation.description,
    ...(operation.security.length > 0
      ? ['## Authentication', ...(operation.security.length > 1 ? ['Use one of these:'] : []), writeSecurity(operation)]
      : []),
    ...(operation.parameters.length > 0 ? ['## Parameters', lines(operation.parameters.flatMap(writeProperty))] : []),
    ...writeBody(operation),
    '## Examples',
    ...operation.scenarios.flatMap((scenario) => [
      `### ${scenario.summary}`,
      ...(scenario.description ? [scenario.description] : []),
      fence(write(scenario.value), samples[0]!.language),
      ...(scenario.value === undefined ? [] : [fenceExample(scenario.value)]),
      ...(scenario.response ? ['Response:', ...writeNamed({ ...scenario.response, summary: '' })] : []),
    ]),
    `[Samples in ${samples.map(({ label }) => label).join(', ')}](${link(page, samplesPath(operation), '', '.md')}).`,
    '## Responses',
    ...operation.responses.flatMap((response) => writeResponse(page, operation, response)),
    ...(guide ? [`## ${afterwards}`, guide] : []),
  ]
}

const lines = (list: string[]) => list.join('\n')

const writeSecurity = ({ security }: DescribedOperation) =>
  lines(
    security.map((schemes) => {
      const places = schemes.map((scheme) => {
        const { place, name } = describePlace(scheme)
        return `\`${scheme.id}\` ${place} \`${name}\``
      })
      return `- ${places.join(' with ') || 'no authentication'}`
    }),
  )

function writeBody({ body }: DescribedOperation): string[] {
  if (!body) return []
  const write = ({ mediaType, shape, examples, isOfScenarios }: DescribedContent, index: number) => [
    index > 0 ? `Or \`${mediaType}\`` : `\`${mediaType}\`${body.required ? ', required' : ''}`,
    ...(index > 0 ? [] : [body.description]),
    ...(shape ? [shape.description, writeWhole(shape)] : []),
    ...(isOfScenarios ? [] : examples.flatMap(writeNamed)),
  ]
  return ['## Request body', ...body.contents.flatMap(write).filter((text) => text !== undefined)]
}

/** A shape with its items, under a heading of its own. */
const writeWhole = (shape: Shape): string =>
  lines([
    ...(isPlainObject(shape) || shape.choices.length > 0 ? [] : [`Type: \`${describeType(shape)}\``, '']),
    ...writeShape(shape),
    ...(shape.items ? ['', `Each item: ${shape.items.description ?? ''}`.trim(), '', ...writeShape(shape.items)] : []),
  ])

function writeResponse(page: Page, operation: DescribedOperation, response: DescribedResponse): string[] {
  const isSuccess = response.status.startsWith('2')
  return [
    `### ${nameStatus(response.status)}`,
    response.description,
    ...(response.headers.length > 0 ? ['Headers:', lines(response.headers.flatMap(writeProperty))] : []),
    ...response.contents.flatMap(({ mediaType, shape, examples, isOfScenarios }) => [
      `Body: \`${mediaType}\`${shape?.name ? `, [${shape.name}](${link(page, `schemas/${shape.name}`, '', '.md')})` : ''}`,
      ...(shape?.description && (isSuccess || !shape.name) ? [shape.description] : []),
      ...(shape && isSuccess && isPlainObject(shape)
        ? [lines(writeReturns(describeReturned(operation.result, shape)))]
        : shape && !shape.name
          ? [writeWhole(shape)]
          : []),
      ...(isOfScenarios ? [] : examples.flatMap(writeNamed)),
    ]),
  ]
}

/** Which properties the response contains and when they are null; the object's own page has the rest. */
const writeReturns = ({ properties, result }: Returned): string[] =>
  properties.flatMap((property) => [
    ...writeProperty(property),
    ...(result && result.key === property.property ? result.properties.map(writePresence) : []),
  ])

function writePresence(property: Property): string {
  const when = describePresence(property).map((clause) => ` ${clause}.`)
  return `  - \`${property.property}\`: ${describeOccurrence(property)}.${when.join('')}`
}

export const writeNamed = ({ summary, description, value }: NamedExample): string[] => [
  ...(summary ? [`${summary}:`] : []),
  ...(description ? [description] : []),
  fenceExample(value),
]
