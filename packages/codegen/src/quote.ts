/** A string literal in source. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** The key of a property, in an object literal or a type. */
export function toKey(name: string): string {
  // A plain key `__proto__` would set the prototype.
  return /^(?!__proto__$)[A-Za-z_$][\w$]*$/.test(name) ? name : `[${quote(name)}]`
}
