import { hash } from 'node:crypto'
import type { Json } from '../change.ts'

export type JsonObject = { [key: string]: Json }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** The text of a value of a document, which may be an object with a `toString` of its own. */
export function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

export function asArray(value: unknown): Json[] {
  return Array.isArray(value) ? value : []
}

export function asStrings(value: unknown): string[] {
  return asArray(value).filter((item) => typeof item === 'string')
}

/** A text that is the same for two values exactly when they are the same JSON, whatever the order of keys. */
export function toKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toKey).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? ''
  const entries = Object.keys(value).toSorted()
  return `{${entries.map((key) => `${JSON.stringify(key)}:${toKey(value[key])}`).join()}}`
}

/** A short text that stands for a long one. */
export const digest = (text: string) => hash('sha1', text, 'base64')

/** Whether two are the same JSON, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
}

/** A list of names, as short as it reads. */
export const words = (text: string) => text.split(' ')
