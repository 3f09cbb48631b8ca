import type { Parameter, Usage } from '../../../change.ts'
import { follow, type OpenApi, type Place } from '../../../document/document.ts'
import { asArray, asText, type JsonObject } from '../../../document/json.ts'
import { below } from '../../../document/pointer.ts'
import {
  compareKeywords,
  enterBoth,
  isDraft,
  listExtensions,
  type Both,
  type Child,
  type Context,
} from '../../context.ts'
import { compareContent } from '../content.ts'
import { compareDeprecated } from '../deprecated.ts'
import type { Operation } from '../operation.ts'
import { compareTextValue } from './text-value.ts'
import { compareUnknown } from '../unknown.ts'

export function compareParameters(context: Context, operation: Operation): void {
  const before = readParameters(context.base, operation.item, operation.both, 'base')
  const after = readParameters(context.head, operation.item, operation.both, 'head')
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const both = { base: before.get(key), head: after.get(key) }
    const { node } = (both.head ?? both.base)!
    const parameter = { in: asText(node['in']), name: asText(node['name']) } as Parameter
    const usage: Usage = { operation: operation.name, side: operation.sides.request, parameter, steps: [] }
    if (both.base && both.head) compareParameter(context, both, usage)
    else noteMissing(context, both, usage, isDraft(operation.both.base, operation.item.base))
  }
}

function noteMissing({ collector }: Context, { base, head }: Both, usage: Usage, isUnstable: boolean): void {
  const isRequired = (head ?? base)?.node['required'] === true
  const { pointer } = (head ?? base)!
  const rule = head ? (isRequired ? 'required-parameter-added' : 'parameter-added') : 'parameter-removed'
  const says = head ? (isRequired ? 'is new and required' : 'is new') : 'is removed'
  collector.note({ rule, level: (head && !isRequired) || isUnstable ? 'minor' : 'major', pointer, says }, usage)
}

function compareParameter(context: Context, both: Both, usage: Usage): void {
  const [before, after] = [both.base, both.head].map((place) => place?.node['required'] === true)
  if (before !== after) {
    const rule = after ? 'parameter-became-required' : 'parameter-became-optional'
    const says = after ? 'is now required' : 'may now be missing'
    const pointer = `${(after ? both.head : both.base)!.pointer}/required`
    context.collector.note({ rule, level: after ? 'major' : 'minor', pointer, says, before, after }, usage)
  }
  compareDeprecated(context, both, usage)
  compareEmpty(context, both, usage)
  const wording = ['description', 'example', 'examples', ...listExtensions(both)]
  compareKeywords(context, both, wording, { rule: 'wording-changed', level: 'patch' }, usage)
  compareUnknown(context, both, 'parameter', usage)
  compareTextValue(context, both, usage, before! && after!)
  compareContent(context, enterBoth(context, both, 'content'), usage)
}

/** `allowEmptyValue` lets a query parameter stand without a value. */
function compareEmpty({ collector }: Context, both: Both, usage: Usage): void {
  if (usage.parameter?.in !== 'query') return
  const [before, after] = [both.base, both.head].map((place) => place?.node['allowEmptyValue'] === true)
  if (before === after) return
  const pointer = `${(after ? both.head : both.base)!.pointer}/allowEmptyValue`
  const rule = after ? 'empty-value-allowed' : 'empty-value-rejected'
  const says = after ? 'may now be empty' : 'may no longer be empty'
  collector.note({ rule, level: after ? 'minor' : 'major', pointer, says, before, after }, usage)
}

/** By place and name; path parameters by their position, because their name is not part of the URL. */
function readParameters(
  document: OpenApi,
  item: Child,
  operation: Both,
  version: 'base' | 'head',
): Map<string, Place<JsonObject>> {
  const result = new Map<string, Place<JsonObject>>()
  const names = [...(item.keys[version] ?? '').matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  for (const owner of [item[version], operation[version]]) {
    asArray(owner?.node['parameters']).forEach((node, index) => {
      const place = follow(document, { node, pointer: below(owner!.pointer, 'parameters', index) })
      if (!place) return
      const { name, in: where } = place.node
      const position = where === 'path' ? names.indexOf(asText(name)) : -1
      const id = where === 'header' ? asText(name).toLowerCase() : asText(name)
      // These three are said elsewhere in the document, so a parameter of that name says nothing.
      if (where === 'header' && ['accept', 'authorization', 'content-type'].includes(id)) return
      result.set(position >= 0 ? `path ${position}` : `${asText(where)} ${id}`, place)
    })
  }
  return result
}
