import type ts from 'typescript'
import type { Parameter, Side, Usage } from '../change.ts'
import { normaliseMediaType } from '../document/media-type.ts'
import { createCompareTypesAt, type Difference } from './compare-types-at.ts'
import { exportsOf } from './program.ts'
import { namesOf, propertyOf, typeAtPlaceOf, type TypeAtPlace } from './type-at.ts'

/** What a change of the generated types does at every place that it reaches. */
export interface TypeEffect {
  kind: Difference['kind'] | 'name gone'
  /** Whose code stops compiling; empty where none does. */
  breaks: Side[]
  /** A name that is gone, which anyone may import. */
  name?: string
  before?: string
  after?: string
  /** Of a name the operation that it was, empty where it was another's. */
  usages: Usage[]
}

/** What openapi-typescript always writes; their members are compared one by one. */
const indexes = new Set(['paths', 'operations', 'components', 'webhooks', '$defs'])

/** The differences between two files of generated types, of one program. */
export function compareTypes(
  program: ts.Program,
  base: string,
  head: string,
): { effects: TypeEffect[]; operations: Set<string> } {
  const checker = program.getTypeChecker()
  const [before, after] = [exportsOf(program, base), exportsOf(program, head)]
  const compare = {
    request: createCompareTypesAt(checker, 'request'),
    response: createCompareTypesAt(checker, 'response'),
  }
  const effects = new Map<string, TypeEffect>()
  const compared = new Set<string>()
  const shared = ({ base: one, head: other }: Pair) =>
    namesOf(checker, one).filter((name) => step({ base: one, head: other }, name))

  for (const path of shared(rootOf('paths'))) {
    const operations = step(rootOf('paths'), path)!
    for (const method of shared(operations)) {
      if (method !== 'parameters') compareOperation(`${method.toUpperCase()} ${path}`, step(operations, method)!)
    }
  }
  return { effects: [...effects.values(), ...missingNames()], operations: compared }

  function compareOperation(operation: string, pair: Pair) {
    compared.add(operation)
    const parameters = step(pair, 'parameters')
    for (const place of parameters ? (['query', 'path', 'header', 'cookie'] as const) : []) {
      const usage = { operation, side: 'request' as const }
      addMembers(usage, members(parameters!, place), place)
    }
    for (const { pair: content, mediaType } of contentOf(step(pair, 'requestBody'))) {
      add({ operation, side: 'request', mediaType }, content)
    }
    const body = optionality(pair, 'requestBody')
    if (body) note({ operation, side: 'request', steps: [] }, body)
    const responses = step(pair, 'responses')
    for (const status of responses ? shared(responses) : []) {
      const response = step(responses!, status)!
      addMembers({ operation, side: 'response', status }, members(response, 'headers'), 'header')
      for (const { pair: content, mediaType } of contentOf(response)) {
        add({ operation, side: 'response', status, mediaType }, content)
      }
    }
  }

  function contentOf(body: Pair | undefined) {
    const content = body && step(body, 'content')
    return content
      ? shared(content).map((name) => ({ mediaType: normaliseMediaType(name), pair: step(content, name)! }))
      : []
  }

  function add(usage: Omit<Usage, 'steps'>, { base: one, head: other }: Pair) {
    for (const difference of compare[usage.side].compare(one, other))
      note({ ...usage, steps: difference.steps }, difference)
  }

  /** Parameters and headers, by their names. */
  function addMembers(usage: Omit<Usage, 'steps'>, { base: one, head: other }: Pair, place: Parameter['in']) {
    for (const difference of compare[usage.side].compareMembers(one, other)) {
      const [name, ...steps] = difference.steps
      note({ ...usage, parameter: { in: place, name: String(name) }, steps }, difference)
    }
  }

  /** Schemas are shared, so the same difference comes from many operations. */
  function note(usage: Usage, { kind, breaks, before: old, after: now }: Difference) {
    const key = JSON.stringify([kind, breaks, usage.side, usage.parameter, usage.steps, old, now])
    const effect = effects.get(key) ?? {
      kind,
      breaks: breaks ? [usage.side] : [],
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
      usages: [],
    }
    effect.usages.push(usage)
    effects.set(key, effect)
  }

  function optionality(pair: Pair, name: string): Difference | undefined {
    const [one, other] = [propertyOf(checker, pair.base, name), propertyOf(checker, pair.head, name)]
    if (!one || !other || one.isOptional === other.isOptional) return undefined
    return { kind: other.isOptional ? 'became optional' : 'became required', steps: [], breaks: !other.isOptional }
  }

  function missingNames(): TypeEffect[] {
    const ids = rootOf('operations')
    const gone = [
      ...[...before.keys()].filter((name) => !indexes.has(name) && !after.has(name)),
      ...namesOf(checker, ids.base)
        .filter((id) => !namesOf(checker, ids.head).includes(id))
        .map((id) => `operations['${id}']`),
    ]
    return gone.map((name) => ({ kind: 'name gone', breaks: ['request', 'response'], name, usages: [] }))
  }

  function rootOf(name: string): Pair {
    return { base: placeOf(before.get(name)), head: placeOf(after.get(name)) }
  }

  function placeOf(type: ts.Type | undefined): TypeAtPlace {
    return typeAtPlaceOf(checker, type ? [type] : [])
  }

  /** A group of parameters, which may be absent: it has no members then. */
  function members({ base: one, head: other }: Pair, name: string): Pair {
    const empty = placeOf(undefined)
    const [inBase, inHead] = [propertyOf(checker, one, name), propertyOf(checker, other, name)]
    return { base: inBase?.place ?? empty, head: inHead?.place ?? empty }
  }

  function step({ base: one, head: other }: Pair, name: string): Pair | undefined {
    const [inBase, inHead] = [propertyOf(checker, one, name), propertyOf(checker, other, name)]
    return inBase && inHead && { base: inBase.place, head: inHead.place }
  }
}

interface Pair {
  base: TypeAtPlace
  head: TypeAtPlace
}
