import type { Usage } from '../../change.ts'
import type { Both, Context } from '../context.ts'

/** Deprecation warns of a break but is not a break, and neither is its end. */
export function compareDeprecated(context: Context, both: Both, usage: Usage, name?: string): void {
  const [before, after] = [both.base, both.head].map((place) => place?.node['deprecated'] === true)
  if (before === after || !both.base || !both.head) return
  const pointer = `${(after ? both.head : both.base).pointer}/deprecated`
  const rule = after ? 'deprecated' : 'undeprecated'
  const says = after ? 'is deprecated' : 'is no longer deprecated'
  context.collector.note({ rule, level: 'minor', pointer, says, before, after }, usage, name)
}
