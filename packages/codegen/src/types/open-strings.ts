import { listOpenValues, listReachable, type OpenApiDocument } from '@seam-acs/spec/model'

/**
 * Marks the string in `anyOf: [enum, string]`, which has to become `string & {}`.
 * Otherwise, TypeScript reduces the union to `string`, and editors do not complete the known values.
 */
export function markOpenStrings(document: OpenApiDocument): void {
  for (const schema of listReachable(document, Object.values(document.components?.schemas ?? {}))) {
    if (!schema.anyOf || !listOpenValues(document, schema)) continue
    const branch = schema.anyOf.find(({ type, enum: values }) => type === 'string' && !values)
    if (branch) Object.assign(branch, { 'x-open-string': true })
  }
}
