import type { Usage } from '../../../change.ts'
import type { Context } from '../../context.ts'
import { asArray, asObject, asStrings, type JsonObject } from '../../../document/json.ts'
import type { Operation } from '../operation.ts'

/** One way to authenticate, as `scheme` and `scheme scope` that must all be there. */
type Alternative = Set<string>

/** A caller who could call before must still be able to; a further way to authenticate is additive. */
export function compareSecurity(
  { base, head, schemeNames, collector }: Context,
  { both, name, sides }: Operation,
): void {
  const before = readAlternatives(base.root, both.base!.node)
  const after = readAlternatives(head.root, both.head!.node, schemeNames.head)
  const rejected = before.filter((given) => !after.some((wanted) => wanted.isSubsetOf(given)))
  const allowed = after.filter((wanted) => !before.some((given) => given.isSubsetOf(wanted)))
  if (rejected.length + allowed.length === 0) return
  const isOwn = both.head!.node['security'] !== undefined
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
  const level = rejected.length > 0 ? 'major' : 'minor'
  collector.note(
    {
      rule: level === 'major' ? 'security-tightened' : 'security-loosened',
      level,
      pointer: isOwn ? `${both.head!.pointer}/security` : '/security',
      says: level === 'major' ? `no longer accepts ${sayAll(rejected)}` : `now also accepts ${sayAll(allowed)}`,
      before: before.map((alternative) => [...alternative]),
      after: after.map((alternative) => [...alternative]),
    },
    usage,
    name,
  )
}

/** No list and an empty list alike mean that nothing is needed. */
export function readAlternatives(
  root: JsonObject,
  operation: JsonObject,
  names = new Map<string, string>(),
): Alternative[] {
  const list = asArray(operation['security'] ?? root['security'])
  if (list.length === 0) return [new Set()]
  return list.map(
    (requirement) =>
      new Set(
        Object.entries(asObject(requirement)).flatMap(([name, scopes]) => {
          const scheme = names.get(name) ?? name
          return [scheme, ...asStrings(scopes).map((scope) => `${scheme} ${scope}`)]
        }),
      ),
  )
}

function sayAll(alternatives: Alternative[]): string {
  const words = alternatives.map((names) =>
    names.size > 0 ? `\`${[...names].join(' + ')}\`` : 'a call without credentials',
  )
  return words.join(' or ')
}
