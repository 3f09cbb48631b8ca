/** `['components', 'schemas', 'a/b']` for `#/components/schemas/a~1b`, and no keys for `#`. */
export function splitPointer(pointer: string): string[] {
  const [, ...keys] = pointer.split('/')
  return keys.map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** `#/components/schemas/a~1b` for `['components', 'schemas', 'a/b']`. */
export function toPointer(keys: string[]): string {
  return ['#', ...keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}
