import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { listReachable, type Json, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'
import { isObject } from '../../src/ledger/conditions.ts'

/** One change of a JSON value, to be made wherever `at` leads in it. */
export interface Edit {
  kind: 'drop' | 'rename' | 'add' | 'replace' | 'spoil'
  at: number
  name: string
  value: Json
}

const uuid = '0fc82df4-391b-4d00-a234-86378f1c3952'

const scalars = [
  null,
  true,
  false,
  0,
  1,
  -1.5,
  '',
  ' ',
  'x',
  'true',
  '1234',
  ' 1234',
  '12a',
  '١٢',
  '12\n',
  'code',
  'Code',
]
const collections = [[], [null], ['x'], [uuid], [uuid, uuid], {}, { x: 1 }, { auto_join: 'yes' }, { override: null }]
const ids = [
  uuid,
  uuid.toUpperCase(),
  uuid.replaceAll('-', ''),
  `urn:uuid:${uuid}`,
  `{${uuid}}`,
  ` ${uuid}`,
  `${uuid}\n`,
]
const times = ['00:00:00Z', '24:00:00Z', '00:00:00.Z', '00:00:00-24:00', '00:00:00+0200', '00:00:00', '00:60:00Z']
const days = ['2095-02-29', '2096-02-29', '2095-04-31', '2095-13-01', '2095-00-01', '2095-1-1', '2095-01-00']
const dateTimes = [...times.map((time) => `2095-01-01T${time}`), ...days.map((day) => `${day}T16:54:17Z`)]

/** Values that are nearly valid for some property. */
export const nearMisses: Json[] = [
  ...scalars,
  ...collections,
  ...ids,
  ...dateTimes,
  '2095-01-01',
  '2095-01-01 16:54:17Z',
]

export const strangeNames = [
  'unknown',
  '',
  '0',
  '_errors',
  'a.b',
  'constructor',
  'toString',
  'hasOwnProperty',
  'toJSON',
  '__proto__',
]

/** Edits that know the names in the bodies of an operation. */
export function createEdits(contract: OpenApiDocument, { request, responses }: Operation): Arbitrary<Edit> {
  const roots = [request, ...responses].flatMap((body) => body?.schema ?? [])
  const reachable = [...listReachable(contract, roots)]
  const declared = reachable.flatMap(({ properties = {} }) => Object.keys(properties))
  return fc.record(
    {
      kind: fc.constantFrom('drop', 'rename', 'add', 'replace', 'spoil'),
      at: fc.nat({ max: 99 }),
      name: fc.constantFrom(...strangeNames, ...new Set(declared)),
      value: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...nearMisses) },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
      ),
    },
    { noNullPrototype: true },
  )
}

/** The value with the edit made. It does not change the one that it gets. */
export function applyEdit(value: Json, { kind, at, name, value: other }: Edit): Json {
  const paths = listPaths(value)
  return change(value, paths[at % paths.length]!)

  function change(node: Json, [key, ...rest]: string[]): Json {
    if (key === undefined) return edit(node)
    if (Array.isArray(node)) {
      if (rest.length === 0 && kind === 'drop') return node.toSpliced(Number(key), 1)
      return node.with(Number(key), change(node[Number(key)], rest))
    }
    const entries = Object.entries<Json>(node).flatMap(([each, inner]): [string, Json][] => {
      if (each !== key) return [[each, inner]]
      if (rest.length === 0 && kind === 'drop') return []
      if (rest.length === 0 && kind === 'rename') return [[name, inner]]
      return [[each, change(inner, rest)]]
    })
    // Unlike an assignment, it gives an object a property of its own that is named `__proto__`.
    return Object.fromEntries(entries)
  }

  function edit(node: Json): Json {
    if (kind === 'add' && Array.isArray(node)) return [...node, other]
    if (kind === 'add' && isObject(node)) return Object.fromEntries([...Object.entries(node), [name, other]])
    if (kind === 'spoil' && typeof node === 'string') return spoil(node, at)
    if (kind === 'spoil' && ['number', 'boolean'].includes(typeof node)) return String(node)
    return other
  }
}

/** A string with one character more, less, or another. */
function spoil(text: string, at: number): string {
  const index = at % (text.length + 1)
  const [before, after] = [text.slice(0, index), text.slice(index)]
  return [`${before}-${after}`, `${before}${after.slice(1)}`, `${before}x${after.slice(1)}`, `${text}\n`][at % 4]!
}

function listPaths(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.keys(value).flatMap((key) => listPaths(value[key]).map((path) => [key, ...path]))]
}
