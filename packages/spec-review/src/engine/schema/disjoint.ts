import { accepts } from './accepts.ts'
import { readMember, requiredOf } from './members.ts'
import type { Reader, View } from './view.ts'

/** Whether no value can satisfy both; false also where that cannot be seen. */
export function areDisjoint(reader: Reader, one: View, other: View, depth = 0): boolean {
  if (one.types.isDisjointFrom(other.types)) return true
  if (one.values?.every((value) => accepts(reader, other, value) === false)) return true
  if (other.values?.every((value) => accepts(reader, one, value) === false)) return true
  const isObject = [one, other].every(({ types }) => types.size === 1 && types.has('object'))
  if (!isObject || depth > 2) return false
  const required = requiredOf(reader, one).union(requiredOf(reader, other))
  return [...required].some((name) => {
    const [first, second] = [one, other].map((view) => reader.read(readMember(reader, view, name).places))
    return areDisjoint(reader, first!, second!, depth + 1)
  })
}
