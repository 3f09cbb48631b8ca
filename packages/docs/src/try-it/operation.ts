import { toMockContract } from '@seam-acs/codegen/mock'
import { resolve } from '@seam-acs/spec/model'
import { document } from '../contract/document.ts'
import type { DescribedOperation } from '../contract/operation.ts'
import type { SampleRequest } from '../samples/request.ts'
import { toSampleRequest } from '../samples/write-all.ts'
import { toField, toForm, type Field, type Form } from './form.ts'

/** What the panel of one operation is made of; a script of its own, so that the site may have many. */
export interface TriedOperation {
  /** Without its body, which the reader fills in. */
  request: SampleRequest
  status: number
  statuses: number[]
  /** Undefined for an operation without a body. */
  form: Form | undefined
  parameters: (Field & { in: string })[]
  examples: { summary: string; value: unknown }[]
  /** What the mock knows: this operation only. */
  contract: unknown
}

export function toTriedOperation(operation: DescribedOperation): TriedOperation {
  const { success, responses, body, parameters, scenarios } = operation
  const status = Number(success?.status ?? 200)
  return {
    request: toSampleRequest(operation, undefined),
    status,
    statuses: responses.map((response) => Number(response.status)).filter((other) => other !== status),
    form: body && toForm(body.shape),
    parameters: parameters.map((field) => ({ ...toField(field, field.property, field.required), in: field.in })),
    examples: scenarios.flatMap(({ summary, value }) => (value === undefined ? [] : [{ summary, value }])),
    contract: toMockContract({ ...document, paths: { [operation.path]: isolate(operation) } }),
  }
}

/** The path's item with this operation only. */
function isolate({ id, path, method }: DescribedOperation) {
  const { parameters = [], [method.toLowerCase() as 'get']: operation } = resolve(document, document.paths![path]!)
  return { parameters, [method.toLowerCase()]: { ...operation, operationId: id } }
}

/** The name under which the page loads it. */
export const partName = (id: string) => `try-it/${id}`
