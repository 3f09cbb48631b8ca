import type { Usage } from '../../../change.ts'
import { asText, type JsonObject } from '../../../document/json.ts'
import { below } from '../../../document/pointer.ts'
import type { Both, Context } from '../../context.ts'

export interface Style {
  style: unknown
  explode: unknown
  allowReserved: unknown
}

/** How a value is written into the URL or a header. */
export function readStyle(node: JsonObject): Style {
  const style = node['style'] ?? (node['in'] === 'query' || node['in'] === 'cookie' ? 'form' : 'simple')
  return { style, explode: node['explode'] ?? style === 'form', allowReserved: node['allowReserved'] ?? false }
}

/** How a list is written: with a name for each value no separator is left, and without names there is one separator. */
function ofList({ style, explode, allowReserved }: Style): Style {
  const isDelimited = style === 'spaceDelimited' || style === 'pipeDelimited'
  return {
    style: isDelimited && explode === true ? 'form' : style,
    explode: style === 'simple' ? false : explode,
    allowReserved,
  }
}

/** A single value is written as it is by most styles; how several are parted says nothing about it. */
const PLAIN = ['form', 'simple', 'spaceDelimited', 'pipeDelimited']

export function compareStyle(
  { collector }: Context,
  both: Both,
  usage: Usage,
  { isSingle, isList }: { isSingle: boolean; isList: boolean },
): void {
  const read = (node: JsonObject) => (isList ? ofList(readStyle(node)) : readStyle(node))
  const [before, after] = [read(both.base!.node), read(both.head!.node)]
  for (const keyword of ['style', 'explode', 'allowReserved'] as const) {
    if (before[keyword] === after[keyword]) continue
    if (isSingle && keyword === 'explode') continue
    if (isSingle && keyword === 'style' && [before, after].every(({ style }) => PLAIN.includes(asText(style)))) continue
    const level = keyword === 'allowReserved' && after.allowReserved === true ? 'minor' : 'major'
    const pointer = below(both.head!.pointer, keyword)
    const values = { before: before[keyword], after: after[keyword] }
    const says = `is written differently (\`${keyword}\`)`
    collector.note({ rule: 'parameter-style-changed', level, pointer, says, ...values }, usage)
  }
}
