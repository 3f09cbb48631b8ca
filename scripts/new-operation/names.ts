import { camelCase, type Operation } from '@seam-acs/spec/model'

/** What an operation and its parts are called. */
export interface Names {
  /** `/acs/users/create`. */
  path: string
  /** `acs_users_create`. */
  id: string
  /** The tag, and the property with a list of the objects: `acs_users`. */
  group: string
  /** One object of the group: `acs_user`. */
  object: string
  /** The first word of the path's last part: `create`. */
  verb: string
  /** The call in words, which also names its schemas and its example: `create_acs_user`. */
  call: string
}

/** Names an operation after the parts of its path, of which there are at least two. */
export function nameOperation(parts: string[]): Names {
  const action = parts.at(-1)!
  const group = parts.slice(0, -1).join('_')
  const object = toSingular(group)
  const verb = action.split('_')[0]!
  return {
    path: `/${parts.join('/')}`,
    id: parts.join('_'),
    group,
    object,
    verb,
    call: `${action}_${verb === 'list' ? group : object}`,
  }
}

/** `Create acs user` for `create_acs_user`. */
export const toTitle = (call: string) => call.charAt(0).toUpperCase() + call.slice(1).replaceAll('_', ' ')

function toSingular(plural: string): string {
  if (plural.endsWith('ies')) return plural.replace(/ies$/, 'y')
  return plural.replace(/(?<=ss|sh|ch|x)es$|(?<![su])s$/, '')
}

/** What is wrong with the parts of a path, and what to do; undefined if nothing is wrong. */
export function findFlaw(parts: string[]): string | undefined {
  const malformed = parts.find((part) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(part))
  if (malformed !== undefined)
    return `\`${malformed}\` is not in snake_case: give each part of the path as a word, such as \`acs users create\` for /acs/users/create.`
  if (parts.length < 2)
    return 'Give two words or more: the parts of the path, such as `acs users create` for /acs/users/create.'
  return undefined
}

/** The first operation that excludes this one, because a method of the client cannot contain another; or undefined. */
export function findClash({ path }: Names, operations: Operation[]): Operation | undefined {
  const names = path.slice(1).split('/').map(camelCase)
  const begins = (start: string[], all: string[]) => start.every((name, index) => name === all[index])
  return operations.find((other) => other.path !== path && (begins(other.names, names) || begins(names, other.names)))
}
