/** `acsUser` for `acs_user`. */
export const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** `AcsUser` for `acs_user` and `acsUser`. */
export const pascalCase = (name: string) => camelCase(`_${name}`)
