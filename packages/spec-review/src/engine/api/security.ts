import type { Usage } from '../../change.ts'
import { enter } from '../../document/document.ts'
import { compareKeywords, enterAll, type Context } from '../context.ts'
import { asArray, asObject, asStrings, type JsonObject } from '../../document/json.ts'
import type { Operation } from './operation.ts'

/** One way to authenticate, as `scheme` and `scheme scope` that must all be there. */
type Alternative = Set<string>

/** A caller who could call before must still be able to; a further way to authenticate is additive. */
export function compareSecurity({ base, head, collector }: Context, { both, name, sides }: Operation): void {
  const before = readAlternatives(base.root, both.base!.node)
  const after = readAlternatives(head.root, both.head!.node)
  const refused = before.filter((given) => !after.some((wanted) => wanted.isSubsetOf(given)))
  const allowed = after.filter((wanted) => !before.some((given) => given.isSubsetOf(wanted)))
  if (refused.length + allowed.length === 0) return
  const isOwn = both.head!.node['security'] !== undefined
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
  const level = refused.length > 0 ? 'major' : 'minor'
  collector.note(
    {
      rule: level === 'major' ? 'security-tightened' : 'security-loosened',
      level,
      pointer: isOwn ? `${both.head!.pointer}/security` : '/security',
      says: level === 'major' ? `no longer accepts ${sayAll(refused)}` : `now also accepts ${sayAll(allowed)}`,
      before: before.map((alternative) => [...alternative]),
      after: after.map((alternative) => [...alternative]),
    },
    usage,
    name,
  )
}

/** No list and an empty list alike mean that nothing is needed. */
function readAlternatives(root: JsonObject, operation: JsonObject): Alternative[] {
  const list = asArray(operation['security'] ?? root['security'])
  if (list.length === 0) return [new Set()]
  return list.map(
    (requirement) =>
      new Set(
        Object.entries(asObject(requirement)).flatMap(([scheme, scopes]) => [
          scheme,
          ...asStrings(scopes).map((scope) => `${scheme} ${scope}`),
        ]),
      ),
  )
}

function sayAll(alternatives: Alternative[]): string {
  return alternatives.map((names) => (names.size > 0 ? `\`${[...names].join(' + ')}\`` : 'no credentials')).join(', ')
}

const IDENTITY = ['type', 'scheme', 'in', 'name', 'openIdConnectUrl']
const DETAIL = ['flows', 'bearerFormat']

/** What a scheme is; which operations need it is theirs to say. */
export function compareSecuritySchemes(context: Context): void {
  const [base, head] = [context.base, context.head].map((document) =>
    enter(document, { node: document.root, pointer: '' }, 'components', 'securitySchemes'),
  )
  for (const [name, both] of enterAll(context, { base, head })) {
    if (both.base && both.head) {
      const breaking = { rule: 'security-scheme-changed', level: 'major' } as const
      const usages = listUsers(context, name)
      for (const usage of usages) compareKeywords(context, both, IDENTITY, breaking, usage, name)
      if (usages.length === 0)
        compareKeywords(context, both, IDENTITY, { ...breaking, level: 'minor' }, undefined, name)
      compareKeywords(context, both, DETAIL, { rule: 'security-scheme-detailed', level: 'minor' }, undefined, name)
      compareKeywords(context, both, ['description'], { rule: 'wording-changed', level: 'patch' }, undefined, name)
      continue
    }
    const { pointer } = (both.head ?? both.base)!
    const rule = both.head ? 'security-scheme-added' : 'security-scheme-removed'
    context.collector.note(
      { rule, level: 'minor', pointer, says: both.head ? 'is new' : 'is removed' },
      undefined,
      name,
    )
  }
}

/** The operations of the base that a scheme lets in. */
function listUsers({ base }: Context, scheme: string): Usage[] {
  return Object.entries(asObject(base.root['paths'])).flatMap(([path, item]) =>
    Object.entries(asObject(item)).flatMap(([method, operation]) => {
      const isUsed =
        asObject(operation)['responses'] !== undefined &&
        readAlternatives(base.root, asObject(operation)).some((names) => names.has(scheme))
      return isUsed ? [{ operation: `${method.toUpperCase()} ${path}`, side: 'request' as const, steps: [] }] : []
    }),
  )
}
