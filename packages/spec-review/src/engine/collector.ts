import type { Change, Level, Side, Step, Usage } from '../change.ts'
import type { Pair } from './schema/comparison.ts'
import { compose, isExclusion, levelOf, SAME, type Effect, type Finding } from './finding.ts'
import { toKey } from '../document/json.ts'
import { createIdentify } from './identify.ts'
import { toRealPointer } from './schema/view.ts'

/** Something about an operation rather than a schema, whose level is known where it is found. */
export interface Note {
  rule: string
  level: Level
  /** Who breaks, where that is not the side of the usage; read for a major change only. */
  breaks?: Side[]
  pointer: string
  says: string
  before?: unknown
  after?: unknown
}

/** Gathers what is found into one change per cause, with every place that shows it. */
export interface Collector {
  note: (note: Note, usage: Usage | undefined, name?: string) => void
  /** Adds every finding in a pair of schemas and below it, as seen from one place of the API. */
  walk: (pair: Pair, usage: Usage) => void
  list: () => Change[]
}

interface Entry {
  change: Change
  known: Set<string>
}

/** The object that holds what differs, and how many steps lead to it. */
interface Owner {
  pair: Pair
  depth: number
}

/** Enough for every place of a schema in one body, and an end where schemas lead to each other in many ways. */
const VISITS_PER_BODY = 20
const LEVELS: Level[] = ['patch', 'minor', 'major']

export function createCollector(): Collector {
  const entries = new Map<number, Entry>()
  const identify = createIdentify()
  const copies = new Map<string | undefined, Entry>()
  const isTouched = createTouched()

  return {
    note: (note, usage, name) => add(note, note.level, usage, name),
    walk(pair, usage) {
      const visits = new Map<Pair, number>()
      visit(pair, usage.steps, SAME, [], undefined)

      function visit(current: Pair, steps: Step[], effect: Effect, above: Pair[], owner: Owner | undefined): void {
        const count = visits.get(current) ?? 0
        if (!isTouched(current) || above.includes(current) || count >= VISITS_PER_BODY) return
        visits.set(current, count + 1)
        for (const finding of current.findings) {
          const place = { ...usage, steps: extend(steps, finding.step) }
          const ownerOfIt = typeof finding.step === 'string' ? { pair: current, depth: steps.length } : owner
          add(
            isExclusion(effect) ? sayExcluded(finding) : finding,
            levelOf(finding, effect, usage.side),
            place,
            undefined,
            ownerOfIt,
          )
        }
        for (const edge of current.edges) {
          const ownerBelow = typeof edge.step === 'string' ? { pair: current, depth: steps.length } : owner
          visit(edge.pair, extend(steps, edge.step), compose(effect, edge.effect), [...above, current], ownerBelow)
        }
      }
    },
    list: () => [...new Set(entries.values())].map(({ change }) => change).toSorted(compareChanges),
  }

  /** The same place is one entry, and so is the same change in copies of one object, or of one long list of values. */
  function add(found: Finding | Note, level: Level, usage: Usage | undefined, name?: string, owner?: Owner): void {
    const { rule, pointer, says, before, after } = found
    const { atPlace, ofKind } = identify(found)
    const copyKey = isLongList(found)
      ? [ofKind, usage?.side].join(' ')
      : owner && usage && [ofKind, owner.pair.content(), toKey(usage.steps.slice(owner.depth))].join(' ')
    const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
    const entry = entries.get(atPlace) ??
      copies.get(copyKey) ?? {
        change: {
          rule,
          level: 'patch',
          breaks: [],
          pointer: toRealPointer(pointer),
          ...(name !== undefined && { name }),
          says,
          ...values,
          usages: [],
        },
        known: new Set(),
      }
    entries.set(atPlace, entry)
    if (copyKey !== undefined) copies.set(copyKey, entry)
    const { change, known } = entry
    if (LEVELS.indexOf(level) > LEVELS.indexOf(change.level)) change.level = level
    if (level === 'major') {
      const breaks = ('breaks' in found && found.breaks) || (usage ? [usage.side] : [])
      change.breaks = [...new Set([...change.breaks, ...breaks])].toSorted()
    }
    const key = usage && toKey(usage)
    if (!usage || key === undefined || known.has(key)) return
    known.add(key)
    change.usages.push(usage)
  }
}

/** So many values that two lists of them are not the same by chance. */
const isLongList = ({ rule, before }: Finding | Note) =>
  rule.startsWith('enum-value-') && Array.isArray(before) && before.length >= 8

const excluded = new WeakMap<Finding, Finding>()

/** The same of what `not` excludes, of which the sentence has to speak. */
function sayExcluded(finding: Finding): Finding {
  const known = excluded.get(finding) ?? { ...finding, says: `${finding.says} in what \`not\` excludes` }
  excluded.set(finding, known)
  return known
}

const extend = (steps: Step[], step: Step | undefined) => (step === undefined ? steps : [...steps, step])

function compareChanges(one: Change, other: Change): number {
  return (
    LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level) ||
    one.pointer.localeCompare(other.pointer) ||
    one.rule.localeCompare(other.rule)
  )
}

/** Whether a pair or anything below it has a finding; remembered, since most have none. */
function createTouched(): (pair: Pair) => boolean {
  const answers = new Map<Pair, boolean>()
  return (root) => {
    const known = answers.get(root)
    if (known !== undefined) return known
    const parents = new Map<Pair, Pair[]>([[root, []]])
    for (const [pair] of parents) {
      for (const { pair: child } of pair.edges) parents.set(child, [...(parents.get(child) ?? []), pair])
    }
    const touched = [...parents.keys()].filter(({ findings }) => findings.length > 0)
    const all = new Set(touched)
    for (const pair of all) for (const parent of parents.get(pair) ?? []) all.add(parent)
    for (const pair of parents.keys()) answers.set(pair, all.has(pair))
    return all.has(root)
  }
}
