import { asText } from '../../../document/json.ts'
import type { Usage } from '../../../change.ts'
import { compareSchema, schemaOf, type Both, type Context } from '../../context.ts'
import { readKeyword } from '../../schema/view.ts'
import { compareStyle, readStyle } from './parameter-style.ts'

const SINGLE = ['null', 'boolean', 'integer', 'fraction', 'string']

const isSingle = (types: Set<string>) => [...types].every((type) => SINGLE.includes(type))

/** Compares a parameter, which is a value that callers write as text in some style. */
export function compareTextValue(context: Context, both: Both, usage: Usage, isRequired: boolean): void {
  const { readers } = context.texts[usage.side]
  const [before, after] = [readers.base.read(schemaOf(both.base)), readers.head.read(schemaOf(both.head))]
  const isList = after.types.size === 1 && after.types.has('array')
  const smallest = Math.max(0, ...readKeyword(after, 'minItems').map(({ node }) => Number(node)))
  const isWritten = hasSingle(context, both, usage, 'base') && isWrittenAlike(both, before.types)
  if (!isWritten || !isList || smallest > 1) {
    compareWritten(context, both, usage, isRequired, context.texts)
    return
  }
  const note = { rule: 'parameter-repeatable', level: 'minor', pointer: `${both.head!.pointer}/schema` } as const
  const values = { before: [...before.types], after: ['array'] }
  context.collector.note({ ...note, says: 'may now be given several times', ...values }, usage)
  const items = readKeyword(after, 'items')
  if (items.length === 0) return
  const place = { ...usage, steps: [{ all: 'items' } as const] }
  context.collector.walk(context.texts[usage.side].compare(schemaOf(both.base), items, true), place)
}

/** Compares a value and how it is written. */
export function compareWritten(
  context: Context,
  both: Both,
  usage: Usage,
  isRequired: boolean,
  comparers = context.schemas,
): void {
  const areSingle = isWrittenOnce(context, both, usage, 'base') && isWrittenOnce(context, both, usage, 'head')
  compareStyle(context, both, usage, areSingle)
  compareSchema(context, both, usage, isRequired, comparers)
}

/** Whether a schema says that the value is one number or text, rather than a list or an object. */
function hasSingle(context: Context, both: Both, usage: Usage, version: 'base' | 'head'): boolean {
  const places = schemaOf(both[version])
  return places.length > 0 && isSingle(context.schemas[usage.side].readers[version].read(places).types)
}

/** Whether there is one value to write, if need be in a list of one. */
function isWrittenOnce(context: Context, both: Both, usage: Usage, version: 'base' | 'head'): boolean {
  if (hasSingle(context, both, usage, version)) return true
  const view = context.schemas[usage.side].readers[version].read(schemaOf(both[version]))
  const isList = view.types.size === 1 && view.types.has('array')
  return isList && readKeyword(view, 'maxItems').some(({ node }) => Number(node) <= 1)
}

/** Whether one value looks the same as a list of one: each under its own name, or without what could be taken for a separator. */
function isWrittenAlike({ base, head }: Both, types: Set<string>): boolean {
  const [before, after] = [readStyle(base!.node), readStyle(head!.node)]
  if (before.style !== after.style || !['form', 'simple'].includes(asText(after.style))) return false
  return (after.style === 'form' && after.explode === true) || !types.has('string')
}
