import type { Json } from '../change.ts'

/** A JSON pointer below another, each key escaped. */
export function below(pointer: string, ...keys: (string | number)[]): string {
  let result = pointer
  for (const key of keys) {
    const text = String(key)
    result += `/${/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`
  }
  return result
}

/** The keys of a JSON pointer such as `/paths/~1acs/post`, with the escapes undone. */
export function splitPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The keys of a reference's fragment such as `#/paths/~1acs`, which is written as part of a URI. */
export function splitFragment(reference: string): string[] {
  return splitPointer(decodeFragment(reference.slice(reference.indexOf('#') + 1)))
}

/** A `%` that stands for itself does not make it fail. */
export function decodeFragment(text: string): string {
  return text.replaceAll(/(%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
}

/** What the keys lead to; undefined where they lead nowhere. */
export function valueAt(node: Json, keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as { [key: string]: Json })[key]
        : undefined,
    node,
  )
}
