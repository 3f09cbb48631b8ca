import type { Usage } from '../../../change.ts'
import { listOperations, type OpenApi } from '../../../document/document.ts'
import { asObject, isSame, type JsonObject } from '../../../document/json.ts'
import { compareKeywords, enterAll, type Both, type Child, type Context } from '../../context.ts'
import { readIdentity, schemesOf } from './scheme-names.ts'
import { readAlternatives } from './requirements.ts'
import { compareUnknown } from '../unknown.ts'

/** What a scheme is; which operations need it is theirs to say. */
export function compareSecuritySchemes(context: Context): void {
  const { schemeNames } = context
  for (const [name, both] of enterAll(context, rootsOf(context), (key, version) => schemeNames[version].get(key)!)) {
    if (both.base && both.head) compareScheme(context, both, name)
    else {
      const { pointer } = (both.head ?? both.base)!
      const rule = both.head ? 'security-scheme-added' : 'security-scheme-removed'
      const says = both.head ? 'is new' : 'is removed'
      context.collector.note({ rule, level: 'minor', pointer, says }, undefined, name)
    }
  }
}

function compareScheme(context: Context, both: Child, name: string): void {
  const usages = listUsers(context.base, name)
  const places = usages.length > 0 ? usages : [undefined]
  const level = usages.length > 0 ? 'major' : 'minor'
  const [before, after] = [readIdentity(both.base!.node), readIdentity(both.head!.node)]
  for (const key of Object.keys({ ...before, ...after })) {
    if (isSame(before[key], after[key])) continue
    const note = { rule: 'security-scheme-changed', level, pointer: `${both.head!.pointer}/${key}` } as const
    const values = { before: before[key], after: after[key] }
    for (const usage of places)
      context.collector.note({ ...note, says: `has a different \`${key}\``, ...values }, usage, name)
  }
  compareFlows(context, both, places, name)
  compareKeywords(
    context,
    both,
    ['bearerFormat'],
    { rule: 'security-scheme-detailed', level: 'minor' },
    undefined,
    name,
  )
  compareKeywords(context, both, ['description'], { rule: 'wording-changed', level: 'patch' }, undefined, name)
  compareUnknown(context, both, 'securityScheme', undefined, name)
  const { base, head } = both.keys
  if (base === head) return
  const note = { rule: 'security-scheme-renamed', level: 'patch', pointer: both.head!.pointer } as const
  context.collector.note({ ...note, says: `was \`${base}\``, before: base, after: head }, undefined, head)
}

/** Whoever logs in by a flow that goes, at an address that moves, or asks for a scope that goes, is turned away. */
function compareFlows({ collector }: Context, { base, head }: Both, usages: (Usage | undefined)[], name: string): void {
  const [before, after] = [base, head].map((place) => asObject(place!.node['flows']))
  const say = (way: string[], level: 'major' | 'minor' | 'patch', says: string, values: object) => {
    const breaking = level === 'major' && usages[0] === undefined ? 'minor' : level
    const pointer = ['', 'flows', ...way].join('/')
    const note = { rule: 'security-flow-changed', level: breaking, pointer: head!.pointer + pointer, says, ...values }
    for (const usage of usages) collector.note(note, usage, name)
  }
  for (const flow of Object.keys({ ...before, ...after })) {
    const [one, other] = [before![flow], after![flow]]
    if (one === undefined) say([flow], 'minor', `may be used by the flow \`${flow}\``, { after: other })
    else if (other === undefined) say([flow], 'major', `can no longer be used by the flow \`${flow}\``, { before: one })
    else compareFlow(asObject(one), asObject(other), (keys, ...rest) => say([flow, ...keys], ...rest))
  }
}

type Say = (way: string[], level: 'major' | 'minor' | 'patch', says: string, values: object) => void

function compareFlow(before: JsonObject, after: JsonObject, say: Say): void {
  for (const key of Object.keys({ ...before, ...after })) {
    const values = { before: before[key], after: after[key] }
    if (key === 'scopes' || key.startsWith('x-') || isSame(before[key], after[key])) continue
    say([key], before[key] === undefined ? 'minor' : 'major', `has a different \`${key}\``, values)
  }
  const [scopes, wanted] = [asObject(before['scopes']), asObject(after['scopes'])]
  for (const scope of Object.keys({ ...scopes, ...wanted })) {
    if (!(scope in wanted)) say(['scopes'], 'major', `loses the scope \`${scope}\``, { before: scope })
    else if (!(scope in scopes)) say(['scopes'], 'minor', `gains the scope \`${scope}\``, { after: scope })
    else if (scopes[scope] !== wanted[scope]) say(['scopes', scope], 'patch', `describes \`${scope}\` differently`, {})
  }
}

function rootsOf({ base, head }: Context): Both {
  return { base: schemesOf(base), head: schemesOf(head) }
}

/** The operations of the base that a scheme lets in. */
function listUsers(base: OpenApi, scheme: string): Usage[] {
  return listOperations(base).flatMap(({ name, operation }) => {
    const isUsed = readAlternatives(base.root, operation.node).some((names) => names.has(scheme))
    return isUsed ? [{ operation: name, side: 'request', steps: [] }] : []
  })
}
