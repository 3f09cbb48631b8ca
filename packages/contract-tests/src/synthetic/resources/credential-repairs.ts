import type { Json } from '@seam-acs/spec/model'
import { assign } from '../echo.ts'
import type { Repair } from '../rule.ts'

export const warns = ({ warnings = [] }: Json, code: string) =>
  warnings.find(({ warning_code: each }: Json) => each === code)

export const metadataOf = (body: Json): Json[] =>
  Object.keys(body).flatMap((name) => (name.endsWith('_metadata') ? body[name] : []))

/** The flags that are on and the lists that are not empty; `is_override_key` is another name of `override`. */
export function listUsedOptions(metadata: Json): string[] {
  const isUsed = (value: Json) => value === true || (Array.isArray(value) && value.length > 0)
  return Object.keys(metadata).filter((name) => isUsed(metadata[name]) && name !== 'is_override_key')
}

const removeOption =
  (index: number): Repair =>
  (request) => {
    const metadata = metadataOf(request).find((each) => listUsedOptions(each).length > 1)
    delete metadata[listUsedOptions(metadata).at(index)!]
  }

export const removeFirstOption = removeOption(0)
export const removeLastOption = removeOption(-1)

export const set =
  (name: string, value: Json): Repair =>
  (_, credential) =>
    assign(credential, name, value)

export const remove =
  (name: string): Repair =>
  (request, credential) => {
    delete request[name]
    delete credential[name]
  }

export const setKind =
  (kind: string): Repair =>
  (request, credential) => {
    request.access_method = kind
    credential.access_method = kind
  }

/** A time some seconds after the creation. */
export function later({ created_at: createdAt }: Json, seconds: number): string {
  return new Date(Date.parse(createdAt) + seconds * 1000).toISOString().replace('Z', '512Z')
}

export const issue: Repair = (request, credential) => {
  setKind('card')(request, credential)
  credential.is_issued = true
  credential.issued_at = later(credential, 2)
}

export const unissue: Repair = (request, credential) => {
  setKind('card')(request, credential)
  credential.is_issued = false
  credential.issued_at = null
}

export const drop: Repair = (_, credential) => void credential.warnings.shift()

export const assignAnotherCode: Repair = (request, credential) => {
  const { original_code: original, new_code: other } = warns(credential, 'requested_code_unavailable')
  setKind('code')(request, credential)
  request.code = original
  credential.code = other
}

/** A start that has passed becomes the time of creation. */
export const moveStart: Repair = (request, credential) => {
  request.starts_at = new Date(Date.parse(credential.created_at) - 9 * 3_600_000).toISOString()
  credential.starts_at = credential.created_at
}
