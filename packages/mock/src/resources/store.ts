import type { Json } from '../contract.ts'

/** The credentials that were created and not deleted, found by their IDs without a search. */
export interface Store {
  /** Oldest first. */
  readonly items: Json[]
  indexOf(id: string): number
  find(id: string): Json | undefined
  /** The credentials of a user or in a system, oldest first. */
  listWith(name: GroupName, id: string): Json[]
  /** The oldest one of them. */
  findWith(name: GroupName, id: string): Json | undefined
  /** Adds a credential, or replaces the one with its ID. Forgets the oldest one if there are too many. */
  put(credential: Json): void
  remove(id: string): void
  clear(): void
}

const groupNames = ['acs_system_id', 'acs_user_id'] as const
type GroupName = (typeof groupNames)[number]

export function createStore(maxCredentials: number): Store {
  const items: Json[] = []
  /** The numbers of the credentials in the order of their creation, by ID. */
  const numbers = new Map<string, number>()
  /** The IDs of the credentials by `name id`. */
  const groups = new Map<string, Set<string>>()
  let count = 0

  return {
    items,
    indexOf,
    find,
    listWith: (name, id) => Array.from(groups.get(`${name} ${id}`) ?? [], find),
    findWith(name, id) {
      const [oldest] = groups.get(`${name} ${id}`) ?? []
      return oldest === undefined ? undefined : find(oldest)
    },
    put(credential) {
      const { acs_credential_id: id } = credential
      const index = indexOf(id)
      if (index >= 0) {
        leaveGroups(items[index])
        items[index] = credential
      } else {
        items.push(credential)
        numbers.set(id, count++)
      }
      joinGroups(credential)
      if (items.length > maxCredentials) remove(items[0].acs_credential_id)
    },
    remove,
    clear() {
      items.length = 0
      numbers.clear()
      groups.clear()
    },
  }

  /** A binary search, because the numbers of the items increase. */
  function indexOf(id: string): number {
    const number = numbers.get(id)
    if (number === undefined) return -1
    let [low, high] = [0, items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers.get(items[middle].acs_credential_id)! < number) low = middle + 1
      else high = middle
    }
    return low
  }

  function find(id: string): Json | undefined {
    return items[indexOf(id)]
  }

  function remove(id: string): void {
    const index = indexOf(id)
    if (index < 0) return
    const [credential] = index === 0 ? [items.shift()] : items.splice(index, 1)
    numbers.delete(id)
    leaveGroups(credential)
  }

  function joinGroups(credential: Json): void {
    for (const name of groupNames) {
      const key = `${name} ${credential[name]}`
      const members = groups.get(key) ?? new Set()
      groups.set(key, members.add(credential.acs_credential_id))
    }
  }

  function leaveGroups(credential: Json): void {
    for (const name of groupNames) {
      const key = `${name} ${credential[name]}`
      const members = groups.get(key)
      members?.delete(credential.acs_credential_id)
      if (members?.size === 0) groups.delete(key)
    }
  }
}
