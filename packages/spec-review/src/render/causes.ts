import type { Cause } from '../report.ts'
import { code, count, fold, join, list, paragraph, strong, type Block } from './document.ts'
import { createPlaces, describeBreak, describeOther, type Places } from './entry.ts'

/** The causes in blocks, and what goes into a fold at the end. */
export interface Causes {
  breaks: Block[]
  others: Block[]
  operations: Block[]
}

/** The first dozen breaks is what one minute allows; the others are a click away. */
const dozen = 12
const longestList = 60

export function describeCauses(breaks: Cause[], others: Cause[], entries: number): Causes {
  const places = createPlaces()
  const items = breaks.slice(0, entries).map((cause) => describeBreak(cause, places))
  const more = items.slice(dozen)
  return {
    breaks: [
      ...(items.length > 0 ? [list(items.slice(0, dozen))] : []),
      ...(more.length > 0 ? [fold([count(more.length, 'more break')], list(more))] : []),
      ...describeOmitted(breaks.length - items.length, 'break'),
    ],
    others: [
      ...(others.length > 0 ? [list(others.slice(0, entries).map(describeOther))] : []),
      ...describeOmitted(others.length - entries, 'change'),
    ],
    operations: describeOperations(places),
  }
}

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
      `${count(left, what)} more, for which there is no room here: `,
      code('npx --yes pnpm@12.21.0 review --format json'),
      ' has all.',
    ),
  ]
}
