import type { DescribedOperation } from '../contract/operations/operation.ts'
import { listSamplesOf, listVariables, writeAll } from '../samples/template.ts'
import { fence } from './code.ts'

export const writeSamples = (operation: DescribedOperation): string[] => [
  ...writeVariables(operation),
  ...listSamplesOf(operation).flatMap((sample) => [
    `## ${sample.label}`,
    ...writeAll(sample, operation).flatMap((code, index) => {
      const scenario = operation.scenarios[index]
      return [...(scenario ? [`### ${scenario.summary}`] : []), fence(code, sample.language)]
    }),
  ]),
]

function writeVariables(operation: DescribedOperation): string[] {
  const variables = listVariables(operation).map((name) => `\`${name}\``)
  if (variables.length === 0) return []
  const [secret, place] = variables.length === 1 ? ['key is', 'variable'] : ['keys are', 'variables']
  return [`The ${secret} in the environment ${place} ${variables.join(' and ')}.`]
}
