import type { Json } from '../change.ts'
import { closuresOf } from '../document/closure.ts'
import { asObject } from '../document/json.ts'
import { below, splitFragment, splitPointer, valueAt } from '../document/pointer.ts'
import type { OpenApi } from '../input/read-document.ts'

/** Both documents without the paths and components that are the same in both, with all that they lead to: their types are the same. */
export function leaveOutUnchanged(base: OpenApi, head: OpenApi): [OpenApi, OpenApi] {
  const [before, after] = [closuresOf({ root: base }), closuresOf({ root: head })]
  const all = new Set([...listParts(base), ...listParts(head)])
  const kept = new Set([...all].filter((part) => before.identify(part) !== after.identify(part)))
  const keep = (node: Json | undefined) => {
    for (const part of listReferences(node)) kept.add(part)
  }
  for (const document of [base, head]) {
    const { paths: _paths, components: _components, ...rest } = document
    keep(rest)
  }
  // What is kept needs what it refers to, in turn.
  for (const part of kept) for (const document of [base, head]) keep(valueAt(document, splitPointer(part)))
  return [pick(base, kept), pick(head, kept)]
}

/** The pointers of paths and components. */
function listParts({ paths, components }: OpenApi): string[] {
  return [
    ...Object.keys(asObject(paths)).map((path) => below('/paths', path)),
    ...Object.entries(asObject(components)).flatMap(([kind, named]) =>
      Object.keys(asObject(named)).map((name) => below('/components', kind, name)),
    ),
  ]
}

/** The paths and components to which anything in a node refers, a discriminator's mapping too. */
function* listReferences(node: Json | undefined): Generator<string> {
  if (typeof node === 'string' && /^#\/(?:paths|components)\//.test(node)) {
    const keys = splitFragment(node)
    yield below('', ...keys.slice(0, keys[0] === 'paths' ? 2 : 3))
  }
  if (typeof node !== 'object' || node === null) return
  for (const child of Object.values(node)) yield* listReferences(child)
}

function pick(document: OpenApi, kept: ReadonlySet<string>): OpenApi {
  const pickFrom = (named: Json | undefined, pointer: string) =>
    Object.fromEntries(Object.entries(asObject(named)).filter(([name]) => kept.has(below(pointer, name))))
  const { paths, components, ...rest } = document
  const parts = Object.entries(asObject(components)).map(([kind, named]) => [
    kind,
    pickFrom(named, below('/components', kind)),
  ])
  return {
    ...rest,
    paths: pickFrom(paths, '/paths'),
    ...(components !== undefined && { components: Object.fromEntries(parts) }),
  }
}
