import type { ValidationErrors } from '@seam-acs/types'

/** One problem of one value. */
export interface Issue {
  /** Where the value is, such as `visionline_metadata.joiner_acs_credential_ids[0]`; empty for the body itself. */
  path: string
  message: string
}

/**
 * The nested `validationErrors` of a `SeamApiError` as a list.
 *
 * @example
 * for (const { path, message } of listValidationErrors(error.validationErrors)) console.error(`${path}: ${message}`)
 */
export function listValidationErrors(errors: ValidationErrors | undefined, path = ''): Issue[] {
  if (typeof errors !== 'object') return []
  return Object.entries(errors ?? {}).flatMap(([name, inner]) => {
    if (Array.isArray(inner)) return inner.map((message) => ({ path, message }))
    if (/^\d+$/.test(name)) return listValidationErrors(inner, `${path}[${name}]`)
    return listValidationErrors(inner, path ? `${path}.${name}` : name)
  })
}
