import { toMockContract } from '@seam-acs/codegen/mock'
import { resolve } from '@seam-acs/spec/model'
import { document } from '../contract/document/document.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import type { RequestTemplate, RequestValues } from '../samples/request.ts'
import { toTemplate, toValues } from '../samples/template.ts'
import { toField, type Field } from './form.ts'

/** What the panel of one operation is made of; a script of its own, so that the site may have many. */
export interface TriedOperation {
  template: RequestTemplate
  status: number
  statuses: number[]
  /** Undefined for an operation without a body. */
  body: Field | undefined
  parameters: (Field & { in: string })[]
  examples: { summary: string; values: RequestValues }[]
  /** What the mock knows: this operation only. Undefined for an operation of another API, which the mock does not have. */
  contract: unknown
}

/** Why a page cannot send the request; undefined if it can. */
export function explainUntried(operation: DescribedOperation): string | undefined {
  const { content, credentials, parameters } = toTemplate(operation)
  const hasCookie = [...credentials, ...parameters].some((part) => 'in' in part && part.in === 'cookie')
  if (hasCookie) return 'A web page cannot send cookies to another host.'
  return content?.kind === 'multipart' || content?.kind === 'file' ? 'This page cannot send files.' : undefined
}

export function toTriedOperation(operation: DescribedOperation): TriedOperation {
  const { success, responses, body, parameters, scenarios } = operation
  const template = toTemplate(operation)
  const status = Number(success?.status ?? 200)
  const [content] = body?.contents ?? []
  const sent = scenarios.filter(({ value }) => value !== undefined || parameters.length > 0)
  return {
    template,
    status,
    statuses: responses.map((response) => Number(response.status)).filter((other) => other > 0 && other !== status),
    body: content?.shape && toBodyField(content.shape, template),
    parameters: parameters.map((field) => ({ ...toField(field, field.property, field.required), in: field.in })),
    examples: sent.map((scenario) => ({ summary: scenario.summary, values: toValues(operation, scenario) })),
    contract: template.names && toMockContract({ ...document, paths: { [operation.path]: isolate(operation) } }),
  }
}

/** A text is filled in as it is, and not as JSON. */
const toBodyField = (shape: Parameters<typeof toField>[0], { content }: RequestTemplate): Field => {
  const field = toField(shape, 'body', true)
  return content?.kind === 'text' ? { ...field, control: 'lines' } : field
}

/** The path's item with this operation only. */
function isolate({ id, path, method }: DescribedOperation) {
  const { parameters = [], [method.toLowerCase() as 'get']: operation } = resolve(document, document.paths![path]!)
  return { parameters, [method.toLowerCase()]: { ...operation, operationId: id } }
}

/** The name under which the page loads it. */
export const partName = (file: string) => `try-it/${file}`
