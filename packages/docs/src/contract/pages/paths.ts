/** A name as a part of an address: nothing in it has a meaning there or in a file system. */
const toSegment = (name: string) => name.replaceAll(/[^\w.~-]+/g, '-').replace(/^\.+$/, '-') || '-'

/** Gives each name an address of its own, also where addresses in large and small letters are the same. */
export function createNaming() {
  const taken = new Set<string>()
  const isTaken = (path: string, others: string[]) =>
    [path, ...others.map((other) => `${path}/${other}`)].some((address) => taken.has(address.toLowerCase()))

  /** @param others What has an address below it. */
  return (segments: string[], others: string[] = []): string => {
    const wanted = segments.map(toSegment).join('/')
    let path = wanted
    for (let count = 2; isTaken(path, others); count++) path = `${wanted}-${count}`
    for (const address of [path, ...others.map((other) => `${path}/${other}`)]) taken.add(address.toLowerCase())
    return path
  }
}

/** A name as a part of an address on a page, in which dots and spaces have a meaning. */
export const toAnchor = (name: string) =>
  name.replaceAll(/[\s.#%&"<>~*]/g, (character) => `~${character.codePointAt(0)!.toString(16)}`) || '~'
