import type { Property } from './shape.ts'

/** Whether a response always contains a property, and whether it may be null there. */
export const describeOccurrence = ({ required, nullable }: Property) =>
  `${required ? 'Always' : 'Optional'}${nullable ? ', nullable' : ''}`

/**
 * What the description says about when a property of a response is absent, null or empty: its clauses that begin with
 * one of these words, or that name null.
 */
export const describePresence = ({ description = '' }: Property): string[] =>
  description
    .split(/(?<=[.;])\s+/)
    .filter((clause) => /^(?:absent|null|empty)\b/i.test(clause))
    .map((clause) => clause.replace(/[.;]$/, '').replace(/^\w/, (letter) => letter.toUpperCase()))
