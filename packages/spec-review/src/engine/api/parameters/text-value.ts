import { asText } from '../../../document/json.ts'
import type { Usage } from '../../../change.ts'
import { compareSchema, schemaOf, type Both, type Context } from '../../context.ts'
import { readKeyword, type View } from '../../schema/view.ts'
import { compareStyle, readStyle } from './parameter-style.ts'

const SINGLE = ['null', 'boolean', 'integer', 'fraction', 'string']

/** Whether all values are one number or text, rather than a list or an object. */
export const isSingle = (types: Set<string>) => [...types].every((type) => SINGLE.includes(type))

/** Compares a parameter, which is a value that callers write as text in some style. */
export function compareTextValue(context: Context, both: Both, usage: Usage, isRequired: boolean): void {
  const { readers } = context.texts[usage.side]
  const [before, after] = [readers.base.read(schemaOf(both.base)), readers.head.read(schemaOf(both.head))]
  const smallest = Math.max(0, ...readKeyword(after, 'minItems').map(({ node }) => Number(node)))
  const isWritten = hasSingle(context, both, usage, 'base') && isWrittenAlike(both, before.types)
  if (!isWritten || !isList(after) || smallest > 1) {
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
  const isEach = (holds: (version: 'base' | 'head') => boolean) => holds('base') && holds('head')
  compareStyle(context, both, usage, {
    isSingle: isEach((version) => isWrittenOnce(context, both, usage, version)),
    isList: isEach((version) => isList(readValue(context, both, usage, version))),
  })
  compareSchema(context, both, usage, isRequired, comparers)
}

const readValue = ({ schemas }: Context, both: Both, { side }: Usage, version: 'base' | 'head') =>
  schemas[side].readers[version].read(schemaOf(both[version]))

export const isList = ({ types }: View) => types.size === 1 && types.has('array')

/** Whether there is a schema, and it says so. */
function hasSingle(context: Context, both: Both, usage: Usage, version: 'base' | 'head'): boolean {
  return schemaOf(both[version]).length > 0 && isSingle(readValue(context, both, usage, version).types)
}

/** Whether there is one value to write, if need be in a list of one. */
function isWrittenOnce(context: Context, both: Both, usage: Usage, version: 'base' | 'head'): boolean {
  if (hasSingle(context, both, usage, version)) return true
  const value = readValue(context, both, usage, version)
  return isList(value) && readKeyword(value, 'maxItems').some(({ node }) => Number(node) <= 1)
}

/** Whether one value looks the same as a list of one: each under its own name, or without what could be taken for a separator. */
function isWrittenAlike({ base, head }: Both, types: Set<string>): boolean {
  const [before, after] = [readStyle(base!.node), readStyle(head!.node)]
  if (before.style !== after.style || !['form', 'simple'].includes(asText(after.style))) return false
  return (after.style === 'form' && after.explode === true) || !types.has('string')
}
