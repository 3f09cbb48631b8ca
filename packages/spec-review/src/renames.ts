import type { Change } from './change.ts'

/** What is new in the same object as a property that is removed, and has much of its name or all of its schema. */
export function findRenamed({ rule, pointer, before }: Change, changes: Change[]): string | undefined {
  if (rule !== 'property-removed') return undefined
  const [parent, name] = split(pointer)
  const candidates = changes.filter(
    (other) => /^(required-)?property-added$/.test(other.rule) && split(other.pointer)[0] === parent,
  )
  const isAlike = (other: Change) => shareWords(name, split(other.pointer)[1])
  const isSame = (other: Change) => JSON.stringify(other.after) === JSON.stringify(before)
  const found = candidates.find((other) => isAlike(other) && isSame(other)) ?? candidates.find(isAlike)
  const likely = found ?? (candidates.length === 1 && isSame(candidates[0]!) ? candidates[0] : undefined)
  return likely && split(likely.pointer)[1]
}

function split(pointer: string): [parent: string, name: string] {
  const end = pointer.lastIndexOf('/')
  return [pointer.slice(0, end), pointer.slice(end + 1)]
}

/** Whether half of the words or more are in both: `auto_join` and `is_auto_join`. */
function shareWords(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => new Set(name.toLowerCase().split(/[_\-. ]|(?<=[a-z])(?=[A-Z])/)))
  const shared = words!.intersection(others!).size
  return shared * 2 >= Math.max(words!.size, others!.size)
}
