import { headerOf, type DescribedResponse, type DescribedOperation, type NamedExample } from '../contract/operation.ts'
import { describePresence } from '../contract/presence.ts'
import { describeReturned, type Returned } from '../contract/returned.ts'
import { link, samplesPath, type Page } from '../contract/pages.ts'
import type { Property } from '../contract/shape.ts'
import { samples } from '../samples/index.ts'
import { toSampleRequest, writeAll } from '../samples/write-all.ts'
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
  return [
    `\`${operation.method} ${operation.path}\``,
    ...(operation.deprecated ? ['This operation is deprecated.'] : []),
    operation.description,
    ...(operation.security.length > 0 ? ['## Authentication', writeSecurity(operation)] : []),
    ...(operation.parameters.length > 0 ? ['## Parameters', lines(operation.parameters.flatMap(writeProperty))] : []),
    ...writeBody(operation),
    '## Examples',
    ...operation.scenarios.flatMap((scenario) => [
      `### ${scenario.summary}`,
      ...(scenario.description ? [scenario.description] : []),
      ...(scenario.value === undefined
        ? []
        : [fence(samples[0]!.write(toSampleRequest(operation, scenario.value)), 'ts'), fenceExample(scenario.value)]),
      ...(scenario.response ? ['Answer:', ...writeNamed({ ...scenario.response, summary: '' })] : []),
    ]),
    `[The same in ${samples.map(({ label }) => label).join(', ')}](${link(page, samplesPath(operation), '', '.md')}).`,
    '## Answers',
    ...operation.responses.flatMap((response) => writeResponse(page, operation, response)),
  ]
}

const lines = (list: string[]) => list.join('\n')

const writeSecurity = ({ security }: DescribedOperation) =>
  lines(
    security.map(
      (schemes) =>
        `- ${schemes.map((scheme) => `\`${scheme.id}\` in the header \`${headerOf(scheme)}\``).join(' with ')}`,
    ),
  )

function writeBody({ body }: DescribedOperation): string[] {
  if (!body) return []
  const intro = [`\`${body.mediaType}\`${body.required ? ', required' : ''}`, body.description, body.shape.description]
  return ['## Request body', ...intro.filter((text) => text !== undefined), lines(writeShape(body.shape))]
}

function writeResponse(page: Page, operation: DescribedOperation, response: DescribedResponse): string[] {
  const isSuccess = response.status.startsWith('2')
  return [
    `### ${response.status}`,
    response.description,
    ...(response.headers.length > 0 ? ['Headers:', lines(response.headers.flatMap(writeProperty))] : []),
    ...response.contents.flatMap(({ mediaType, shape, examples }) => [
      `Body: \`${mediaType}\`${shape?.name ? `, [${shape.name}](${link(page, `schemas/${shape.name}`, '', '.md')})` : ''}`,
      ...(shape?.description && (isSuccess || !shape.name) ? [shape.description] : []),
      ...(shape && !shape.name ? [lines(writeShape(shape))] : []),
      ...(shape && isSuccess ? [lines(writeReturns(describeReturned(operation.result, shape)))] : []),
      ...(isSuccess ? [] : examples.flatMap(writeNamed)),
    ]),
  ]
}

/** Which properties come back and when they are null; the object's own page has the rest. */
const writeReturns = ({ properties, result }: Returned): string[] =>
  properties.flatMap((property) => [
    ...writeProperty(property),
    ...(result && result.key === property.property ? result.properties.map(writePresence) : []),
  ])

function writePresence(property: Property): string {
  const when = describePresence(property).map((clause) => ` ${clause}.`)
  return `  - \`${property.property}\`: ${property.required ? 'always' : 'at times'}${property.nullable ? ', or null' : ''}.${when.join('')}`
}

export const writeNamed = ({ summary, description, value }: NamedExample): string[] => [
  ...(summary ? [`${summary}:`] : []),
  ...(description ? [description] : []),
  fenceExample(value),
]

export const writeSamples = (operation: DescribedOperation): string[] => [
  'The key is in the environment variable `SEAM_API_KEY`.',
  ...samples.flatMap((sample) => [
    `## ${sample.label}`,
    ...writeAll(sample, operation).flatMap((code, index) => {
      const scenario = operation.scenarios[index]
      return [...(scenario ? [`### ${scenario.summary}`] : []), fence(code, sample.language)]
    }),
  ]),
]
