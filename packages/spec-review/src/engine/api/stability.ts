import type { Usage } from '../../change.ts'
import { asObject, asText } from '../../document/json.ts'
import { isDraft, type Context } from '../context.ts'
import type { Operation } from './operation.ts'

const LEVEL = 'x-stability-level'

/** What becomes a draft may go in the next release as a minor change, so becoming one takes a promise back. */
export function compareStability({ collector }: Context, { both, item, name, sides }: Operation): void {
  const [before, after] = [
    [both.base, item.base],
    [both.head, item.head],
  ].map((places) => places.map((place) => asObject(place?.node)[LEVEL]).find((level) => level !== undefined))
  if (before === after) return
  const [wasDraft, isNowDraft] = [isDraft(both.base, item.base), isDraft(both.head, item.head)]
  const rule = isNowDraft && !wasDraft ? 'stability-lowered' : 'stability-changed'
  const says = after === undefined ? 'no longer has a stability level' : `is now \`${asText(after)}\``
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
  const owner = both.head?.node[LEVEL] === undefined && item.head?.node[LEVEL] !== undefined ? item.head : both.head
  const note = { rule, level: rule === 'stability-lowered' ? 'major' : 'minor' } as const
  collector.note({ ...note, pointer: `${owner!.pointer}/${LEVEL}`, says, before, after }, usage, name)
}
