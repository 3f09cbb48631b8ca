import type { Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'

const nest = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '$ref', '']
const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1}'

/** What a careless reader stumbles over. */
export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1e21, 1e-7, '', [], {}, 'null', ...names),
  fc.constant(polluting).map((text) => JSON.parse(text)),
  fc.constantFrom(50, 2000).map(nest),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('\ud800', '\udc00', '\u0000', '\u2028', 'İ', '𝟗', '"', '\\', '%', '&', '<', '\n'),
  }),
  fc.constantFrom('x', '9', '@', '{"a":', '%25').map((text) => text.repeat(2000)),
  fc.jsonValue({ maxDepth: 3 }),
)

interface Edit {
  place: number
  kind: 'add' | 'delete' | 'rename' | 'replace'
  name: string
  value: Json
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('add', 'delete', 'rename', 'replace', 'replace', 'replace'),
  name: fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })),
  value: hostileValue,
})

/** A valid value with some of its parts changed; sometimes another value altogether. */
export const mutate = (valid: Json, also: fc.Arbitrary<Json> = hostileValue): fc.Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .array(
          fc.oneof(
            edit,
            fc.record({ place: fc.nat(), kind: fc.constant('replace' as const), name: fc.constant(''), value: also }),
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map((edits) => edits.reduce(apply, structuredClone(valid))),
    },
    { weight: 1, arbitrary: hostileValue },
  )

function apply(root: Json, { place, kind, name, value: given }: Edit): Json {
  const value = structuredClone(given)
  const places = listPlaces(root)
  if (places.length === 0) return value
  const [parent, key] = places[place % places.length]!
  // As JSON.parse does, which makes `__proto__` a property of its own.
  const set = (at: string, inner: Json) =>
    Object.defineProperty(parent, at, { value: inner, enumerable: true, configurable: true, writable: true })
  if (Array.isArray(parent)) {
    if (kind === 'delete') parent.splice(Number(key), 1)
    else if (kind === 'replace') parent[Number(key)] = value
    else parent.push(value)
    return root
  }
  const old = parent[key]
  if (kind === 'delete' || kind === 'rename') delete parent[key]
  if (kind === 'rename') set(name, old)
  if (kind === 'add') set(name, value)
  if (kind === 'replace') set(key, value)
  return root
}

function listPlaces(value: Json, depth = 0): [parent: Json, key: string][] {
  if (typeof value !== 'object' || value === null || depth > 20) return []
  return Object.keys(value).flatMap((key): [Json, string][] => [[value, key], ...listPlaces(value[key], depth + 1)])
}

/** The bytes of a text, with some of them cut, doubled or replaced. */
export const mutateText = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      text,
      fc.option(fc.record({ place: fc.nat(), length: fc.nat(9), bytes: fc.uint8Array({ maxLength: 6 }) }), { freq: 2 }),
    )
    .map(([whole, cut]) => {
      const bytes = new TextEncoder().encode(whole)
      if (!cut) return bytes
      const start = cut.place % (bytes.length + 1)
      return new Uint8Array([...bytes.subarray(0, start), ...cut.bytes, ...bytes.subarray(start + cut.length)])
    })
