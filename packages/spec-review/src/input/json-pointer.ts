import type { Json } from '../change.ts'

/** `/paths/~1acs/post` and `#/paths/~1acs/post` as keys. */
export function splitPointer(pointer: string): string[] {
  const text = pointer.replace(/^#/, '')
  if (text === '' || text === '/') return []
  return text
    .replace(/^\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function joinPointer(keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
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
