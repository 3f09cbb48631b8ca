import type { Json } from '../change.ts'
import { findTarget } from '../document/document.ts'
import { asObject, asText, isObject, type JsonObject } from '../document/json.ts'

/** Whether all that a document refers to is in it, so that there is nothing to bundle. */
export function isWhole(root: JsonObject, node: Json | undefined = root): boolean {
  if (typeof node !== 'object' || node === null) return true
  if (isObject(node)) {
    const { $ref, mapping } = node
    if (typeof $ref === 'string' && !findTarget({ root }, $ref)) return false
    if (Object.values(asObject(mapping)).some((value) => !asText(value).startsWith('#/'))) return false
  }
  return Object.values(node).every((child) => isWhole(root, child))
}
