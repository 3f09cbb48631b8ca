import type { Usage } from '../../change.ts'
import { isSame, type JsonObject } from '../../document/json.ts'
import { compareKeywords, enterAll, enterBoth, listExtensions, type Both, type Context } from '../context.ts'
import { compareContent } from './content.ts'
import { compareDeprecated } from './deprecated.ts'
import type { Operation } from './operation.ts'
import { compareWritten } from './parameters/text-value.ts'
import { compareUnknown } from './unknown.ts'

export function compareResponses(context: Context, { both, name, sides }: Operation): void {
  const responses = enterAll(context, enterBoth(context, both, 'responses'), normaliseStatus)
  for (const [status, response] of responses) {
    if (status.startsWith('x-')) continue
    const usage: Usage = { operation: name, side: sides.response, status, steps: [] }
    const matched = {
      base: response.base ?? findRange(responses, status, 'base'),
      head: response.head ?? findRange(responses, status, 'head'),
    }
    if (!response.base || !response.head) {
      noteMissing(context, response, status, usage, matched.head !== undefined || hasPart(responses, status))
    }
    if (matched.base && matched.head) compareResponse(context, matched, usage)
  }
}

/** `4xx` is `4XX`. */
const normaliseStatus = (status: string) => (/^\dxx$/i.test(status) ? status.toUpperCase() : status)

/** What answers a status that is not listed itself: its range, then `default`. */
function findRange(responses: Map<string, Both>, status: string, version: 'base' | 'head'): Both['base'] {
  const others = /^\d{3}$/.test(status) ? [`${status[0]}XX`, 'default'] : /^\dXX$/.test(status) ? ['default'] : []
  return others.map((other) => responses.get(other)?.[version]).find((place) => place !== undefined)
}

/** Whether the head lists a status of a range. */
function hasPart(responses: Map<string, Both>, range: string): boolean {
  if (!/^\dXX$/.test(range)) return false
  return [...responses].some(([status, { head }]) => head && /^\d{3}$/.test(status) && status[0] === range[0])
}

/** A failure that no longer happens breaks nobody; a success that no longer happens breaks whoever waits for it. */
function noteMissing({ collector }: Context, response: Both, status: string, usage: Usage, isHeld: boolean): void {
  const isAdded = response.head !== undefined
  const isSuccess = /^[23]/.test(status)
  const { pointer } = (response.head ?? response.base)!
  const rule = isAdded ? 'response-added' : 'response-removed'
  const level = isAdded || !isSuccess || isHeld ? 'minor' : 'major'
  const says = isAdded ? 'is a new response' : 'is no longer a response'
  collector.note({ rule, level, pointer, says }, usage, status)
}

function compareResponse(context: Context, both: Both, usage: Usage): void {
  const wording = ['description', 'summary', ...listExtensions(both)]
  compareKeywords(context, both, wording, { rule: 'wording-changed', level: 'patch' }, usage, usage.status)
  compareLinks(context, enterBoth(context, both, 'links'), usage)
  compareUnknown(context, both, 'response', usage, usage.status)
  compareContent(context, enterBoth(context, both, 'content'), usage)
  for (const [name, header] of enterAll(context, enterBoth(context, both, 'headers'), (key) => key.toLowerCase())) {
    if (name !== 'content-type') compareHeader(context, header, { ...usage, parameter: { in: 'header', name } })
  }
}

function compareLinks(context: Context, both: Both, usage: Usage): void {
  for (const [name, { base, head }] of enterAll(context, both)) {
    if (isSame(base?.node, head?.node)) continue
    const isWording = base && head && isSame(withoutWording(base.node), withoutWording(head.node))
    const { pointer } = (head ?? base)!
    const [rule, level] = isWording ? (['wording-changed', 'patch'] as const) : (['links-changed', 'minor'] as const)
    const says = `${base ? (head ? 'has a different' : 'loses the') : 'gains the'} link \`${name}\``
    context.collector.note({ rule, level, pointer, says, before: base?.node, after: head?.node }, usage, usage.status)
  }
}

const withoutWording = (node: JsonObject) =>
  Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'description' && !key.startsWith('x-')))

function compareHeader(context: Context, both: Both, usage: Usage): void {
  const { collector } = context
  const [before, after] = [both.base, both.head].map((place) => place?.node['required'] === true)
  if (!both.base || !both.head) {
    const { pointer } = (both.head ?? both.base)!
    const rule = both.head ? 'response-header-added' : 'response-header-removed'
    const says = both.head ? 'is new' : 'is removed'
    collector.note({ rule, level: both.head ? 'minor' : 'major', pointer, says }, usage)
    return
  }
  if (before !== after) {
    const rule = after ? 'response-header-became-required' : 'response-header-became-optional'
    const says = after ? 'is now always there' : 'may now be missing'
    const pointer = `${(after ? both.head : both.base).pointer}/required`
    collector.note({ rule, level: after ? 'minor' : 'major', pointer, says, before, after }, usage)
  }
  compareDeprecated(context, both, usage)
  const wording = ['description', 'example', 'examples', ...listExtensions(both)]
  compareKeywords(context, both, wording, { rule: 'wording-changed', level: 'patch' }, usage)
  compareUnknown(context, both, 'parameter', usage)
  compareWritten(context, both, usage, false)
  compareContent(context, enterBoth(context, both, 'content'), usage)
}
