import { describeHandling } from '../blocks/error.ts'
import type { DescribedPage } from '../blocks/index.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { link, samplesPath, type Page } from '../contract/pages/pages.ts'
import { fillTemplate } from '../samples/request.ts'
import { listSamplesOf, toTemplate, toValues } from '../samples/template.ts'
import { writeBlocks } from './blocks.ts'
import { fence, fenceExample } from './code.ts'

/** The examples of a page, which its HTML shows one at a time. */
export function writeExamples(page: DescribedPage): string[] {
  switch (page.kind) {
    case 'operation':
      return writeScenarios(page, page.operation)
    case 'schema':
      return page.schema.examples.flatMap(({ summary, value }) => [`## Example: ${summary}`, fenceExample(value)])
    case 'error':
      return writeBlocks(page, describeHandling(page.error))
    default:
      return []
  }
}

function writeScenarios(page: Page, operation: DescribedOperation): string[] {
  const samples = listSamplesOf(operation)
  const write = (value: unknown) =>
    samples[0]!.write(fillTemplate(toTemplate(operation), toValues(operation, { value })))
  return [
    '## Examples',
    ...operation.scenarios.flatMap(({ summary, description, value, response }) => [
      `### ${summary}`,
      ...(description ? [description] : []),
      fence(write(value), samples[0]!.language),
      ...(value === undefined ? [] : [fenceExample(value)]),
      ...(response
        ? ['Response:', ...(response.description ? [response.description] : []), fenceExample(response.value)]
        : []),
    ]),
    `[Samples in ${samples.map(({ label }) => label).join(', ')}](${link(page, samplesPath(operation), '', '.md')}).`,
  ]
}
