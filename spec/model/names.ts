/** `acsUser` for `acs_user`, `addUser` for `add-user`. */
export function camelCase(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9$]+(.?)/g, (_, letter: string, index: number) =>
    index === 0 ? letter : letter.toUpperCase(),
  )
}

/** `AcsUser` for `acs_user` and `acsUser`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name)
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}

/** The name of the TypeScript type of each schema: `AcsCredential` is that of `acs_credential`. */
export function nameTypes(schemas: string[], taken: string[] = []): Map<string, string> {
  const types = new Map<string, string>()
  const names = new Set(taken)
  for (const schema of schemas) {
    const type = pascalCase(schema)
    if (names.has(type)) throw new Error(`Rename the schema \`${schema}\` in spec/: another type is named \`${type}\`.`)
    names.add(type)
    types.set(schema, type)
  }
  return types
}
