import type { DescribedOperation } from '../contract/operations/operation.ts'
import type { NamedExample } from '../contract/operations/scenario.ts'
import { samplesPath } from '../contract/pages/pages.ts'
import type { NamedSchema } from '../contract/schemas/named-schema.ts'
import { listSamplesOf, listVariables, writeAll } from '../samples/template.ts'
import { writeExample } from '../text/example.ts'
import { writeCode } from '../text/markdown.ts'
import { card, code, heading, options, text, type Block, type Choice, type Examples } from './block.ts'

/** The heading of examples. In HTML, the choices stand in its place. */
const title = heading(2, 'Examples')
const label = title.text

/** Each example of an operation: the request in one language, and the response. */
export function describeScenarios(operation: DescribedOperation): Examples {
  const [sample] = listSamplesOf(operation)
  const { language } = sample!
  const success = operation.responses.find(({ status }) => status.startsWith('2'))
  const scenarios = writeAll(sample!, operation).map((request, place) => {
    const { summary = '', description, value, response } = operation.scenarios[place] ?? {}
    const requests = options('language', 0, [{ title: sample!.label, blocks: [code({ code: request, language })] }])
    const body = value === undefined ? [] : [code(writeExample(value), 'absent')]
    const back = response && [...text(response.description), code(writeExample(response.value), 'folded')]
    return {
      title: summary,
      blocks: [
        ...text(description, 'quiet'),
        card([requests, ...body], 'Request'),
        ...(back ? [card(back, 'Response', success?.status)] : []),
      ],
    }
  })
  return {
    label,
    choices: listChoices(operation, samplesPath(operation)),
    blocks: [title, options('scenario', 3, scenarios)],
  }
}

/** The request of each example of an operation, in every language. */
export function describeSamples(operation: DescribedOperation): Examples {
  const { scenarios } = operation
  const descriptions = scenarios.map(({ summary, description }) => ({
    title: summary,
    blocks: text(description, 'quiet'),
  }))
  const languages = listSamplesOf(operation).map((sample) => {
    const requests = writeAll(sample, operation).map((request, place) => ({
      title: scenarios[place]?.summary ?? '',
      blocks: [code({ code: request, language: sample.language })],
    }))
    return { title: sample.label, blocks: [options('scenario', 3, requests)] }
  })
  return {
    label,
    choices: listChoices(operation),
    blocks: [
      ...(scenarios.length > 0 ? [title, options('scenario', 3, descriptions)] : []),
      card([options('language', 2, languages)]),
    ],
  }
}

/** The values that examples of operations have for a schema. */
export function describeSchemaExamples({ examples }: NamedSchema): Examples | undefined {
  const values = examples.map(({ summary, value }) => ({ title: summary, blocks: [card([code(writeExample(value))])] }))
  return values.length > 0
    ? { label, choices: listScenarios(examples), blocks: [title, options('scenario', 3, values)] }
    : undefined
}

const listChoices = (operation: DescribedOperation, from?: string): Choice[] => [
  ...listScenarios(operation.scenarios),
  { name: 'language', options: listSamplesOf(operation).map((sample) => sample.label), from },
]

const listScenarios = (examples: { summary: string }[]): Choice[] =>
  examples.length > 0 ? [{ name: 'scenario', options: examples.map(({ summary }) => summary), from: undefined }] : []

/** An example beside the description of its body, closed at first. */
export const describeExample = ({ summary, description, value }: NamedExample): Block => ({
  kind: 'example',
  title: summary,
  status: undefined,
  isClosed: true,
  blocks: [...text(description), code(writeExample(value))],
})

/** Where the samples of an operation read the reader's secrets. */
export function describeVariables(operation: DescribedOperation): string {
  const variables = listVariables(operation).map(writeCode)
  if (variables.length === 0) return ''
  const [secret, place] = variables.length === 1 ? ['key is', 'variable'] : ['keys are', 'variables']
  return `The ${secret} in the environment ${place} ${variables.join(' and ')}.`
}
