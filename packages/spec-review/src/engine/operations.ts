import type { Side, Usage } from '../change.ts'
import { compareBody } from './bodies.ts'
import { compareKeywords, enterAll, enterBoth, isDraft, listExtensions, type Both, type Context } from './context.ts'
import { compareParameters } from './parameters.ts'
import { compareItems } from './paths.ts'
import { compareResponses } from './responses.ts'
import { compareSecurity } from './security.ts'

export interface Operation {
  both: Both
  /** The path item that holds it, whose parameters are its own. */
  item: Both
  /** Such as `POST /acs/credentials/create`. */
  name: string
  /** Who breaks when what is sent, or what is answered, changes: turned round for a webhook. */
  sides: Record<Side, Side>
}

const WORDING = ['summary', 'description', 'tags', 'externalDocs']

export function compareOperation(context: Context, operation: Operation): void {
  const { both, name, sides } = operation
  const usage: Usage = { operation: name, side: sides.request, path: '' }
  if (!both.base || !both.head) {
    const isAdded = both.head !== undefined
    const { pointer } = (both.head ?? both.base)!
    const rule = isAdded ? 'operation-added' : 'operation-removed'
    const says = isAdded ? 'is new' : 'is removed'
    const level = isAdded || isDraft(both.base, operation.item.base) ? 'minor' : 'major'
    context.collector.note({ rule, level, pointer, says }, usage, name)
    return
  }
  compareNames(context, both, usage)
  compareSecurity(context, operation)
  compareParameters(context, operation)
  compareBody(context, operation)
  compareResponses(context, operation)
  compareCallbacks(context, operation)
}

/** Generated clients name their functions by `operationId`: whoever calls one breaks when it becomes another. */
function compareNames(context: Context, both: Both, usage: Usage): void {
  const { operation: name } = usage
  compareKeywords(context, both, WORDING, { rule: 'wording-changed', level: 'patch' }, usage, name)
  compareKeywords(context, both, listExtensions(both), { rule: 'wording-changed', level: 'patch' }, usage, name)
  compareKeywords(context, both, ['servers'], { rule: 'operation-servers-changed', level: 'major' }, usage, name)
  const isRenamed = [both.base, both.head].every((place) => place?.node['operationId'] !== undefined)
  const rename = { rule: 'operation-id-changed', level: isRenamed ? 'major' : 'minor' } as const
  compareKeywords(context, both, ['operationId'], rename, usage, name)
  compareDeprecated(context, both, usage, name)
}

/** Deprecation warns of a break and is none; so is its end. */
export function compareDeprecated(context: Context, both: Both, usage: Usage, path: string): void {
  const [before, after] = [both.base, both.head].map((place) => place?.node['deprecated'] === true)
  if (before === after || !both.base || !both.head) return
  const pointer = `${(after ? both.head : both.base).pointer}/deprecated`
  const rule = after ? 'deprecated' : 'undeprecated'
  const says = after ? 'is deprecated' : 'is no longer deprecated'
  context.collector.note({ rule, level: 'minor', pointer, says, before, after }, usage, path)
}

function compareCallbacks(context: Context, { both, name }: Operation): void {
  for (const [key, callback] of enterAll(context, enterBoth(context, both, 'callbacks'))) {
    compareItems(context, callback, 'webhook', `${name} callback ${key} `)
  }
}
