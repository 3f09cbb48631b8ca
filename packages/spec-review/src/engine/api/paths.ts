import type { Side, Usage } from '../../change.ts'
import {
  compareKeywords,
  enterAll,
  enterBoth,
  listExtensions,
  type Both,
  type Child,
  type Context,
} from '../context.ts'
import { compareUnknown } from './unknown.ts'
import { nameParametersByPlace } from '../../document/base-path.ts'
import { METHODS } from '../../document/object-types.ts'
import { enterEach, type OpenApi, type Place } from '../../document/document.ts'
import type { JsonObject } from '../../document/json.ts'
import { compareOperation } from './operations.ts'

/** Compares every operation, webhooks among them. */
export function comparePaths(context: Context): void {
  compareItems(context, rootOf(context, 'paths'), 'path')
  compareItems(context, rootOf(context, 'webhooks'), 'webhook')
}

/** Path items by template or name; those of a webhook or callback are sent by the server, so its sides are turned. */
function compareItems(context: Context, both: Both, kind: 'path' | 'webhook', prefix = ''): void {
  const toName = (key: string, version: 'base' | 'head') =>
    kind === 'path' ? nameParametersByPlace(context.basePaths[version] + key) : key
  const isNamed = kind === 'webhook' && prefix === ''
  for (const [key, item] of enterAll(context, both, toName)) {
    const template = (item.keys.head ?? item.keys.base)!
    // Beside templates it is an extension, and a webhook can have such a name.
    if (!isNamed && template.startsWith('x-')) continue
    const methods = new Set([...methodsOf(context.base, item.base), ...methodsOf(context.head, item.head)])
    for (const [method, operation] of enterAll(context, item)) {
      if (!methods.has(method)) continue
      const name = `${prefix}${method.toUpperCase()} ${kind === 'webhook' ? `webhook ${key}` : template}`
      const sides: Record<Side, Side> =
        kind === 'path' ? { request: 'request', response: 'response' } : { request: 'response', response: 'request' }
      compareOperation(context, { both: operation, item, name, sides })
      for (const [callbackName, callback] of enterAll(context, enterBoth(context, operation, 'callbacks'))) {
        compareItems(context, callback, 'webhook', `${name} callback ${callbackName} `)
      }
    }
    compareItem(context, item, template)
  }
}

function compareItem(context: Context, item: Child, template: string): void {
  const { base, head, keys } = item
  if (!base || !head) return
  const usage: Usage = { operation: template, side: 'request', steps: [] }
  const wording = ['summary', 'description', ...listExtensions(item).filter((key) => key !== 'x-stability-level')]
  compareKeywords(context, item, wording, { rule: 'wording-changed', level: 'patch' }, usage, template)
  compareUnknown(context, item, 'pathItem', usage, template)
  const isRenamed = keys.base !== keys.head && keys.base?.startsWith('/')
  if (!isRenamed || context.basePaths.base !== context.basePaths.head) return
  const note = { rule: 'path-parameter-renamed', level: 'minor', pointer: head.pointer } as const
  const values = { before: keys.base, after: keys.head }
  context.collector.note({ ...note, says: `was \`${keys.base}\``, ...values }, usage, keys.head)
}

function rootOf({ base, head }: Context, key: string): Both {
  const [before, after] = [base, head].map(({ root }): Place<JsonObject> | undefined =>
    root[key] === undefined ? undefined : { node: root[key] as JsonObject, pointer: `/${key}` },
  )
  return { base: before, head: after }
}

function methodsOf(document: OpenApi, item: Place | undefined): string[] {
  return [...enterEach(document, item).keys()].filter((key) => METHODS.includes(key))
}
