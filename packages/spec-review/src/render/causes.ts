import type { Cause } from '../report.ts'
import { code, count, fold, join, list, paragraph, strong, type Block } from './document.ts'
import { createPlaces, describeBreak, describeOther, type Places } from './entry.ts'
import type { Links } from './text/links.ts'

/** The causes in blocks, and what goes into a fold at the end. */
export interface Causes {
  breaks: Block[]
  others: Block[]
  operations: Block[]
}

/** The first dozen breaks is what one minute allows; the others are a click away. */
const dozen = 12
const longestList = 60

export function describeCauses(breaks: Cause[], others: Cause[], entries: number, links: Links | undefined): Causes {
  const places = createPlaces()
  const removed = breaks.filter(({ rule }) => rule === 'operation-removed')
  // Many of them are one list of names, so that none falls into the fold.
  const isList = removed.length > 3
  const ordered = breaks.filter((cause) => !isList || cause.rule !== 'operation-removed').toSorted(compareConsequence)
  const items = ordered.slice(0, entries).map((cause) => describeBreak(cause, places, links))
  const more = items.slice(dozen)
  return {
    breaks: [
      ...(isList ? [describeRemoved(removed)] : []),
      ...(items.length > 0 ? [list(items.slice(0, dozen))] : []),
      ...(more.length > 0 ? [fold([count(more.length, 'more break')], list(more))] : []),
      ...describeOmitted(ordered.length - items.length, 'break'),
    ],
    others: [
      ...(others.length > 0 ? [list(others.slice(0, entries).map((cause) => describeOther(cause, links)))] : []),
      ...describeOmitted(others.length - entries, 'change'),
    ],
    operations: describeOperations(places),
  }
}

function describeRemoved(removed: Cause[]): Block {
  const names = removed.slice(0, longestList).map(({ path }) => [code(path)])
  const left = removed.length - names.length
  return paragraph(
    strong(`${removed.length} operations are removed`),
    ': ',
    ...join(names, ', '),
    left > 0 ? `, and ${left} more` : '',
    '.',
  )
}

/** Whole operations first, then what breaks senders, then readers; of each, what reaches most operations first. */
function compareConsequence(one: Cause, other: Cause): number {
  return weight(one) - weight(other) || reachOf(other) - reachOf(one)
}

function weight({ rule, breaks, seenBy }: Cause): number {
  if (/^(operation|server|security)-/.test(rule)) return 0
  if (seenBy === 'compiler') return 3
  return breaks.includes('request') ? 1 : 2
}

const reachOf = ({ usages }: Cause) => new Set(usages.map(({ operation }) => operation)).size

function describeOperations(places: Places): Block[] {
  const items = places.named().map(([name, operations]) => {
    const left = operations.length - longestList
    const shown = join(operations.slice(0, longestList), ', ')
    return { line: [strong(name), ': ', ...shown, left > 0 ? `, and ${left} more` : ''] }
  })
  return items.length > 0 ? [list(items)] : []
}

function describeOmitted(left: number, what: string): Block[] {
  if (left <= 0) return []
  return [
    paragraph(
      `${count(left, `more ${what}`)} ${left === 1 ? 'is' : 'are'} not shown: `,
      // Not `pnpm` of @seam-acs/runner: the job that comments renders this with no package installed.
      code('npx --yes pnpm@12.21.0 review --format json'),
      ' lists all.',
    ),
  ]
}
