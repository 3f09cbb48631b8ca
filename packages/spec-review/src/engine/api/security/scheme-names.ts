import { enter, enterEach, type OpenApi } from '../../../document/document.ts'
import { asObject, toKey, type JsonObject } from '../../../document/json.ts'

/** What to call each scheme of the two documents: one name for a scheme of the base and what became of it. */
export type SchemeNames = Record<'base' | 'head', Map<string, string>>

/**
 * Pairs the schemes by name and meaning, then by meaning, and at last by name. Two of one meaning, such as two kinds of
 * bearer tokens, are told apart by how they are described.
 */
export function nameSchemes(base: OpenApi, head: OpenApi): SchemeNames {
  const [before, after] = [readSchemes(base), readSchemes(head)]
  const names: SchemeNames = {
    base: new Map([...before.keys()].map((name) => [name, name])),
    head: new Map<string, string>(),
  }
  const left = new Map(before)
  const pair = (find: (name: string, scheme: Scheme) => string | undefined) => {
    for (const [name, scheme] of after) {
      const other = names.head.has(name) ? undefined : find(name, scheme)
      if (other !== undefined && left.delete(other)) names.head.set(name, other)
    }
  }
  const findOnly = (holds: (other: Scheme) => boolean) => {
    const found = [...left].filter(([, other]) => holds(other))
    return found.length === 1 ? found[0]![0] : undefined
  }
  pair((name, { meaning }) => (before.get(name)?.meaning === meaning ? name : undefined))
  pair((_, { meaning, words }) => findOnly((other) => other.meaning === meaning && other.words === words))
  const isOnly = (meaning: string) =>
    [before, after].every((schemes) => [...schemes.values()].filter((other) => other.meaning === meaning).length === 1)
  pair((_, { meaning }) => (isOnly(meaning) ? findOnly((other) => other.meaning === meaning) : undefined))
  pair((name) => name)
  for (const name of after.keys()) {
    if (!names.head.has(name)) names.head.set(name, before.has(name) ? `${name} (new)` : name)
  }
  return names
}

interface Scheme {
  meaning: string
  words: string
}

function readSchemes(document: OpenApi): Map<string, Scheme> {
  const schemes = [...enterEach(document, schemesOf(document))]
  return new Map(
    schemes.map(([name, { node }]) => [name, { meaning: toMeaning(node), words: toKey(node['description']) }]),
  )
}

/** A text that is the same for schemes that let in the same callers in the same way. */
function toMeaning(scheme: JsonObject): string {
  const flows = Object.entries(asObject(scheme['flows'])).map(([name, flow]) => {
    const { scopes, ...rest } = asObject(flow)
    return [name, { ...rest, scopes: Object.keys(asObject(scopes)).toSorted() }]
  })
  return toKey([readIdentity(scheme), Object.fromEntries(flows)])
}

/** What a program has to know to use a scheme. The names of HTTP schemes and of headers have no case. */
export function readIdentity({ type, scheme, in: where, name, openIdConnectUrl }: JsonObject): JsonObject {
  const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value)
  const all = {
    type,
    scheme: lower(scheme),
    in: where,
    name: where === 'header' ? lower(name) : name,
    openIdConnectUrl,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as JsonObject
}

/** Where a document has its schemes. */
export const schemesOf = (document: OpenApi) =>
  enter(document, { node: document.root, pointer: '' }, 'components', 'securitySchemes')
