import { toMockContract } from '@seam-acs/codegen/mock'
import { document } from '../contract/document.ts'
import type { Call } from '../contract/operation.ts'
import { toField, toForm, type Field, type Form } from './form.ts'

/** What the panel of one operation is made of; a script of its own, so that the site may have many. */
export interface TriedOperation {
  method: string
  path: string
  server: string
  resultKey: string | undefined
  statuses: number[]
  /** Undefined for an operation without a body. */
  form: Form | undefined
  parameters: (Field & { in: string })[]
  examples: { summary: string; value: unknown }[]
  /** What the mock knows: this operation only. */
  contract: unknown
}

export function describeOperation(call: Call): TriedOperation {
  const { id, method, path, server, resultKey, answers, body, parameters, scenarios } = call
  const operation = document.paths[path]![method.toLowerCase()]!
  return {
    method,
    path,
    server,
    resultKey,
    statuses: answers.map(({ status }) => Number(status)).filter((status) => status !== 200),
    form: body && toForm(body.shape),
    parameters: parameters.map((field) => ({ ...toField(field, field.property, field.required), in: field.in })),
    examples: scenarios.flatMap(({ summary, value }) => (value === undefined ? [] : [{ summary, value }])),
    contract: toMockContract({
      ...document,
      paths: { [path]: { [method.toLowerCase()]: { ...operation, operationId: id } } },
    }),
  }
}

/** The name under which the page loads it. */
export const partName = (id: string) => `try-it/${id}`
