import type { Place } from '../../../document/document.ts'
import { isObject, isSame } from '../../../document/json.ts'
import { componentOf, readTags } from '../../schema/union/branch-tags.ts'
import { namesOf, requiredOf } from '../../schema/members.ts'
import { nameTypes } from '../../schema/types.ts'
import type { Reader } from '../../schema/view.ts'
import { quote, quoteAll } from '../report.ts'

/** What to call an alternative among others: its component or title, its tags, its values, or else what it consists of. */
export function describeBranch(reader: Reader, branch: Place[], all: Place[][]): { name: string; isNamed: boolean } {
  const others = all.filter((other) => other !== branch)
  const node = branch.at(-1)?.node
  const title = isObject(node) && typeof node['title'] === 'string' ? node['title'] : undefined
  const called = componentOf(branch) ?? title
  const tags = sayTags(reader, branch, others)
  if (called !== undefined) return { name: `${quote(called)}${tags && ` (${tags})`}`, isNamed: true }
  if (tags) {
    const own = listOwn(reader, branch, others).filter((name) => !readTags(reader, branch).has(name))
    const rest = own.length > 0 && !isOnly(reader, branch, others) ? ` and ${quoteAll(own)}` : ''
    return { name: `the one with ${tags}${rest}`, isNamed: true }
  }
  const { types, values } = reader.read(branch)
  if (values && values.length > 0) return { name: quoteAll(values), isNamed: true }
  const own = types.has('object') ? listOwn(reader, branch, others) : []
  return { name: `another ${nameTypes(types)}${own.length > 0 ? ` with ${quoteAll(own)}` : ''}`, isNamed: false }
}

/** Whether no other alternative has the same tags. */
function isOnly(reader: Reader, branch: Place[], others: Place[][]): boolean {
  const tags = [...readTags(reader, branch)]
  return !others.some((other) => isSame([...readTags(reader, other)], tags))
}

/** The tags that not every other alternative has too; all of them where none does. */
function sayTags(reader: Reader, branch: Place[], others: Place[][]): string {
  const tags = [...readTags(reader, branch)]
  const known = others.map((other) => readTags(reader, other))
  const telling = tags.filter(([name, value]) => known.some((other) => !isSame(other.get(name), value)))
  return (telling.length > 0 ? telling : tags).map(([name, value]) => `${quote(name)} ${quote(value)}`).join(', ')
}

/** The properties that tell an alternative from the others, required ones first. */
function listOwn(reader: Reader, branch: Place[], others: Place[][]): string[] {
  const list = (places: Place[]) => {
    const view = reader.read(places)
    return [...requiredOf(reader, view).union(new Set(namesOf(reader, view)))]
  }
  const known = others.map((other) => new Set(list(other)))
  const own = list(branch)
  const telling = own.filter((name) => known.some((names) => !names.has(name)))
  return (telling.length > 0 ? telling : own).slice(0, 3)
}
