import { headerOf, type Answer, type Call, type Named } from '../contract/operation.ts'
import { describePresence } from '../contract/presence.ts'
import { link, samplesPath, type Page } from '../contract/pages.ts'
import { samples, type Sample } from '../samples/index.ts'
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

export function writeOperation(page: Page, call: Call): string[] {
  return [
    `\`${call.method} ${call.path}\``,
    ...(call.deprecated ? ['This operation is deprecated.'] : []),
    call.description,
    ...(call.security.length > 0 ? ['## Authentication', writeSecurity(call)] : []),
    ...(call.parameters.length > 0 ? ['## Parameters', lines(call.parameters.flatMap(writeProperty))] : []),
    ...writeBody(call),
    '## Examples',
    ...call.scenarios.flatMap((scenario) => [
      `### ${scenario.summary}`,
      ...(scenario.description ? [scenario.description] : []),
      ...(scenario.value === undefined
        ? []
        : [fence(samples[0]!.write({ ...call, body: scenario.value }), 'ts'), fenceExample(scenario.value)]),
      ...(scenario.answer ? ['Answer:', ...writeNamed({ ...scenario.answer, summary: '' })] : []),
    ]),
    `[The same in ${samples.map(({ label }) => label).join(', ')}](${link(page, samplesPath(call), '', '.md')}).`,
    '## Answers',
    ...call.answers.flatMap((answer) => writeAnswer(page, call, answer)),
  ]
}

const lines = (list: string[]) => list.join('\n')

const writeSecurity = ({ security }: Call) =>
  lines(
    security.map(
      (schemes) =>
        `- ${schemes.map((scheme) => `\`${scheme.id}\` in the header \`${headerOf(scheme)}\``).join(' with ')}`,
    ),
  )

function writeBody({ body }: Call): string[] {
  if (!body) return []
  const intro = [`\`${body.mediaType}\`${body.required ? ', required' : ''}`, body.description, body.shape.description]
  return ['## Request body', ...intro.filter((text) => text !== undefined), lines(writeShape(body.shape))]
}

function writeAnswer(page: Page, call: Call, answer: Answer): string[] {
  const isSuccess = answer.status.startsWith('2')
  return [
    `### ${answer.status}`,
    answer.description,
    ...(answer.headers.length > 0 ? ['Headers:', lines(answer.headers.flatMap(writeProperty))] : []),
    ...answer.contents.flatMap(({ mediaType, shape, examples }) => [
      `Body: \`${mediaType}\`${shape?.name ? `, [${shape.name}](${link(page, `schemas/${shape.name}`, '', '.md')})` : ''}`,
      ...(shape?.description && (isSuccess || !shape.name) ? [shape.description] : []),
      ...(shape && !shape.name ? [lines(writeShape(shape))] : []),
      ...(shape && isSuccess
        ? [
            lines(
              writeReturns(
                call,
                shape.groups.flatMap(({ properties }) => properties),
              ),
            ),
          ]
        : []),
      ...(isSuccess ? [] : examples.flatMap(writeNamed)),
    ]),
  ]
}

/** Which properties come back and when they are null; the object's own page has the rest. */
function writeReturns({ resultKey }: Call, properties: Parameters<typeof writeProperty>[0][]): string[] {
  return properties.flatMap((property) => {
    const result = property.items ?? property
    if (property.property !== resultKey || !result.name) return writeProperty(property)
    const fields = result.groups.flatMap((group) => group.properties)
    const plain = { ...property, groups: [], alternatives: [], items: undefined }
    return [
      ...writeProperty(plain),
      ...fields.map((field) => {
        const when = describePresence(field).map((clause) => ` ${clause}.`)
        return `  - \`${field.property}\`: ${field.required ? 'always' : 'at times'}${field.nullable ? ', or null' : ''}.${when.join('')}`
      }),
    ]
  })
}

export const writeNamed = ({ summary, description, value }: Named): string[] => [
  ...(summary ? [`${summary}:`] : []),
  ...(description ? [description] : []),
  fenceExample(value),
]

export const writeSamples = (call: Call): string[] => [
  'The key is in the environment variable `SEAM_API_KEY`.',
  ...samples.flatMap((sample) => [`## ${sample.label}`, ...writeSample(sample, call)]),
]

function writeSample({ write, language }: Sample, call: Call): string[] {
  if (call.scenarios.length === 0) return [fence(write({ ...call, body: undefined }), language)]
  return call.scenarios.flatMap(({ summary, value }) => [
    `### ${summary}`,
    fence(write({ ...call, body: value }), language),
  ])
}
