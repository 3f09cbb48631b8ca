import type { Usage } from '../../change.ts'
import { compareSchema, schemaOf, type Both, type Context } from '../context.ts'
import { readKeyword } from '../schema/view.ts'
import { compareStyle, readStyle } from './parameter-style.ts'

const SINGLE = ['null', 'boolean', 'integer', 'fraction', 'string']

/** Compares a parameter or header, which is a value written as text in some style. */
export function compareTextValue(context: Context, both: Both, usage: Usage, isRequired: boolean): void {
  const { readers } = context.texts[usage.side]
  const [before, after] = [readers.base.read(schemaOf(both.base)), readers.head.read(schemaOf(both.head))]
  const isSingle = (types: Set<string>) => [...types].every((type) => SINGLE.includes(type))
  const hasSchema = [both.base, both.head].every((place) => place?.node['schema'] !== undefined)
  const isPlain = hasSchema && isSingle(before.types)
  const isList = after.types.size === 1 && after.types.has('array')
  const smallest = Math.max(0, ...readKeyword(after, 'minItems').map(({ node }) => Number(node)))
  if (!isPlain || !isList || smallest > 1 || !isWrittenAlike(both, before.types)) {
    compareStyle(context, both, usage, isPlain && isSingle(after.types))
    compareSchema(context, both, usage, isRequired, context.texts)
    return
  }
  const pointer = `${both.head!.pointer}/schema`
  const values = { before: [...before.types], after: ['array'] }
  context.collector.note({ rule: 'parameter-repeatable', level: 'minor', pointer, says: 'may now be given several times', ...values }, usage)
  const items = readKeyword(after, 'items')
  if (items.length === 0) return
  const place = { ...usage, steps: [{ all: 'items' } as const] }
  context.collector.walk(context.texts[usage.side].compare(schemaOf(both.base), items, true), place)
}

/** Whether one value looks the same as a list of one: each under its own name, or without what could be taken for a separator. */
function isWrittenAlike({ base, head }: Both, types: Set<string>): boolean {
  const [before, after] = [readStyle(base!.node), readStyle(head!.node)]
  if (before.style !== after.style || !['form', 'simple'].includes(String(after.style))) return false
  return (after.style === 'form' && after.explode === true) || !types.has('string')
}
