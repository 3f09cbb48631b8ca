import type { Side, Usage } from '../../change.ts'
import { enterAll, enterBoth, type Both, type Child, type Context } from '../context.ts'
import { enterEach, type OpenApi, type Place } from '../../document/document.ts'
import type { JsonObject } from '../../document/json.ts'
import { compareOperation } from './operations.ts'

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** Compares every operation, webhooks among them. */
export function comparePaths(context: Context): void {
  compareItems(context, rootOf(context, 'paths'), 'path')
  compareItems(context, rootOf(context, 'webhooks'), 'webhook')
}

/** Path items by template or name; those of a webhook or callback are sent by the server, so its sides are turned. */
export function compareItems(context: Context, both: Both, kind: 'path' | 'webhook', prefix = ''): void {
  for (const [key, item] of enterAll(context, both, kind === 'path' ? nameParametersByPlace : undefined)) {
    const template = (item.keys.head ?? item.keys.base)!
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
    noteTemplate(context, item)
  }
}

function noteTemplate({ collector }: Context, { base, head, keys: { base: before, head: after } }: Child): void {
  if (!base || !head || before === after || !before?.startsWith('/')) return
  const usage: Usage = { operation: after!, side: 'request', steps: [] }
  const note = { rule: 'path-parameter-renamed', level: 'minor', pointer: head.pointer } as const
  collector.note({ ...note, says: `was \`${before}\``, before, after }, usage, after)
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

/** The name of a path parameter is no part of the URL. */
export function nameParametersByPlace(template: string): string {
  return template.replaceAll(/\{[^}]*\}/g, '{}')
}
