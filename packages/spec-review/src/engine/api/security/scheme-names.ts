import { enter, enterEach, type OpenApi } from '../../../document/document.ts'
import { asObject, toKey, type JsonObject } from '../../../document/json.ts'

/** What to call each scheme of the two documents, so that what is the same has one name. */
export interface SchemeNames {
  /** One name for a scheme of the base and what became of it. */
  paired: Record<'base' | 'head', Map<string, string>>
  /** One name for all schemes that are the same. */
  same: Record<'base' | 'head', Map<string, string>>
}

/** Pairs the schemes by name and meaning, then by meaning, and at last by name. */
export function nameSchemes(base: OpenApi, head: OpenApi): SchemeNames {
  const [before, after] = [base, head].map(
    (document) =>
      new Map([...enterEach(document, schemesOf(document))].map(([name, { node }]) => [name, toMeaning(node)])),
  ) as [Map<string, string>, Map<string, string>]
  const paired = { base: new Map([...before.keys()].map((name) => [name, name])), head: new Map<string, string>() }
  const left = new Set(before.keys())
  const pair = (find: (name: string, meaning: string) => string | undefined) => {
    for (const [name, meaning] of after) {
      const other = paired.head.has(name) ? undefined : find(name, meaning)
      if (other !== undefined && left.delete(other)) paired.head.set(name, other)
    }
  }
  pair((name, meaning) => (before.get(name) === meaning ? name : undefined))
  pair((_, meaning) => [...left].find((other) => before.get(other) === meaning))
  pair((name) => name)
  for (const name of after.keys()) {
    if (!paired.head.has(name)) paired.head.set(name, before.has(name) ? `${name} (new)` : name)
  }
  const first = new Map([...before].map(([name, meaning]) => [meaning, name] as const).toReversed())
  const nameAll = (meanings: Map<string, string>, names: Map<string, string>) =>
    new Map([...meanings].map(([name, meaning]) => [name, first.get(meaning) ?? names.get(name)!]))
  return { paired, same: { base: nameAll(before, paired.base), head: nameAll(after, paired.head) } }
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
