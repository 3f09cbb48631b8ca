import { closuresOf } from '../document/closure.ts'
import { asObject } from '../document/json.ts'
import { below } from '../document/pointer.ts'
import type { OpenApi } from '../input/read-document.ts'

/** Both documents without the paths that are the same in both, with all that they lead to: their types are the same. */
export function leaveOutUnchanged(base: OpenApi, head: OpenApi): [OpenApi, OpenApi] {
  // What refers into a path needs it.
  if ([base, head].some((document) => JSON.stringify(document).includes('"#/paths/'))) return [base, head]
  const [before, after] = [closuresOf({ root: base }), closuresOf({ root: head })]
  const [paths, others] = [asObject(base['paths']), asObject(head['paths'])]
  const same = Object.keys(paths).filter((path) => {
    const pointer = below('', 'paths', path)
    return Object.hasOwn(others, path) && before.identify(pointer) === after.identify(pointer)
  })
  const without = (document: OpenApi): OpenApi => {
    const left = Object.entries(asObject(document['paths'])).filter(([path]) => !same.includes(path))
    return { ...document, paths: Object.fromEntries(left) }
  }
  return [without(base), without(head)]
}
