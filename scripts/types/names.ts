import { pascalCase } from '../names.ts'

/** The names that the generated file has for itself, or needs from TypeScript. */
const takenNames = ['Date', 'DateTimeInput', 'InstantLike', 'Record']

/** The type of each schema: `AcsCredential` is that of `acs_credential`. */
export function nameTypes(schemas: string[]): Map<string, string> {
  const types = new Map<string, string>()
  const taken = new Set(takenNames)
  for (const schema of schemas) {
    const type = pascalCase(schema)
    if (taken.has(type)) throw new Error(`Rename the schema \`${schema}\` in spec/: another type is named \`${type}\`.`)
    taken.add(type)
    types.set(schema, type)
  }
  return types
}
