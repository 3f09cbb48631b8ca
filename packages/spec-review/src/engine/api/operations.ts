import type { Usage } from '../../change.ts'
import { closuresOf } from '../../document/closure.ts'
import { compareBody } from './bodies.ts'
import { compareKeywords, isDraft, listExtensions, type Both, type Context } from '../context.ts'
import { compareDeprecated } from './deprecated.ts'
import type { Operation } from './operation.ts'
import { compareParameters } from './parameters/parameters.ts'
import { compareResponses } from './responses.ts'
import { compareSecurity } from './security/requirements.ts'
import { compareOwnServers } from './servers.ts'
import { compareStability } from './stability.ts'
import { compareUnknown } from './unknown.ts'

const WORDING = ['summary', 'description', 'tags', 'externalDocs']

export function compareOperation(context: Context, operation: Operation): void {
  const { both, name, sides } = operation
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
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
  compareStability(context, operation)
  compareOwnServers(context, operation)
  compareSecurity(context, operation)
  if (isUnchanged(context, operation)) return
  compareParameters(context, operation)
  compareBody(context, operation)
  compareResponses(context, operation)
}

/** Whether all that the operation consists of and leads to is as it was. */
function isUnchanged({ base, head }: Context, { item }: Operation): boolean {
  const { keys } = item
  if (!item.base || !item.head || keys.base !== keys.head) return false
  return closuresOf(base).identify(item.base.pointer) === closuresOf(head).identify(item.head.pointer)
}

/** Generated clients name their functions by `operationId`: whoever calls one breaks when it becomes another. */
function compareNames(context: Context, both: Both, usage: Usage): void {
  const { operation: name } = usage
  compareKeywords(context, both, WORDING, { rule: 'wording-changed', level: 'patch' }, usage, name)
  const extensions = listExtensions(both).filter((key) => key !== 'x-stability-level')
  compareKeywords(context, both, extensions, { rule: 'wording-changed', level: 'patch' }, usage, name)
  compareUnknown(context, both, 'operation', usage, name)
  const isRenamed = [both.base, both.head].every((place) => place?.node['operationId'] !== undefined)
  const rename = { rule: 'operation-id-changed', level: isRenamed ? 'major' : 'minor' } as const
  compareKeywords(context, both, ['operationId'], rename, usage, name)
  compareDeprecated(context, both, usage, name)
}
