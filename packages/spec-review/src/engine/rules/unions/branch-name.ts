import type { Json } from '../../../change.ts'
import type { Place } from '../../../document/document.ts'
import { isObject, isSame } from '../../../document/json.ts'
import { componentOf, readTags } from '../../schema/union/branch-tags.ts'
import { namesOf, readMember, requiredOf } from '../../schema/members.ts'
import { nameTypes } from '../../schema/types.ts'
import type { Reader } from '../../schema/view.ts'
import { quote, quoteAll } from '../report.ts'

interface Description {
  name: string
  isNamed: boolean
}

const known = new WeakMap<Place[][], Map<Place[], Description>>()

/** What to call an alternative among others; where that is the name of another one too, with its number among them. */
export function describeBranch(reader: Reader, branch: Place[], all: Place[][]): Description {
  const descriptions = known.get(all) ?? new Map(all.map((each) => [each, describe(reader, each, all)]))
  known.set(all, descriptions)
  const own = descriptions.get(branch)!
  const isUnlike = all.every((other) => other === branch || descriptions.get(other)!.name !== own.name)
  return isUnlike ? own : { ...own, name: `${own.name} (number ${all.indexOf(branch) + 1} of ${all.length})` }
}

/** Its component or title, its tags, its values, or else what it consists of. */
function describe(reader: Reader, branch: Place[], all: Place[][]): Description {
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
  const choices = sayChoices(reader, branch, others)
  if (choices) return { name: `the one with ${choices}`, isNamed: false }
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
  const given = others.map((other) => readTags(reader, other))
  const telling = tags.filter(([name, value]) => given.some((other) => !isSame(other.get(name), value)))
  return (telling.length > 0 ? telling : tags).map(([name, value]) => `${quote(name)} ${quote(value)}`).join(', ')
}

/** Required properties of few values, also in a required object, that no other alternative has alike. */
function sayChoices(reader: Reader, branch: Place[], others: Place[][]): string {
  const given = others.map((other) => readChoices(reader, other))
  const telling = [...readChoices(reader, branch)].filter(
    ([name, values]) => !given.some((other) => isSame(other.get(name), values)),
  )
  return telling.map(([name, values]) => `${quote(name)} ${values.map(quote).join(' or ')}`).join(', ')
}

const MOST_VALUES = 3

function readChoices(reader: Reader, places: Place[], depth = 0): Map<string, Json[]> {
  const view = reader.read(places)
  if (!view.types.has('object')) return new Map()
  const choices = [...requiredOf(reader, view)].toSorted().flatMap((name): [string, Json[]][] => {
    const member = readMember(reader, view, name).places
    const { values } = reader.read(member)
    if (values) return values.length <= MOST_VALUES ? [[name, values]] : []
    if (depth > 0) return []
    return [...readChoices(reader, member, depth + 1)].map(([inner, listed]) => [`${name}.${inner}`, listed])
  })
  return new Map(choices)
}

/** The properties that tell an alternative from the others, required ones first. */
function listOwn(reader: Reader, branch: Place[], others: Place[][]): string[] {
  const list = (places: Place[]) => {
    const view = reader.read(places)
    return [...requiredOf(reader, view).union(new Set(namesOf(reader, view)))]
  }
  const given = others.map((other) => new Set(list(other)))
  const own = list(branch)
  const telling = own.filter((name) => given.some((names) => !names.has(name)))
  return (telling.length > 0 ? telling : own).slice(0, 3)
}
