import { camelCase, componentName, type Result } from '@seam-acs/spec/model'
import type { DescribedOperation } from '../contract/operation.ts'
import type { Sample, SampleRequest, SampleResult } from './request.ts'

/** What the samples of an operation with this body are of. It is made at the build; pages that write samples get it as data. */
export function toSampleRequest(operation: DescribedOperation, body: unknown): SampleRequest {
  const { method, server, path, names } = operation
  return { method, server, path, names, body, result: toSampleResult(operation.result) }
}

/** A sample for each example of an operation, or the only one for an operation that has none. */
export const writeAll = ({ write }: Sample, operation: DescribedOperation): string[] =>
  (operation.scenarios.length > 0 ? operation.scenarios : [{ value: undefined }]).map(({ value }) =>
    write(toSampleRequest(operation, value)),
  )

function toSampleResult(result: Result): SampleResult {
  const { kind } = result
  switch (kind) {
    case 'one':
    case 'list':
      return { kind, key: result.key, variable: camelCase(result.key) }
    case 'page':
      return { kind, key: result.key, variable: camelCase(componentName(result.items) ?? 'item') }
    case 'none':
    case 'object':
      return { kind, key: undefined, variable: 'result' }
  }
}
