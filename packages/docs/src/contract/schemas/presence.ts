import type { Property } from './shape.ts'

/**
 * What the description says about when a property of a response is absent, null or empty: its clauses that begin with
 * one of these words, or that name null.
 */
export const describePresence = ({ description = '' }: Property): string[] =>
  description
    .split(/(?<=[.;])\s+/)
    .filter((clause) => /^(?:absent|null|empty)\b/i.test(clause))
    .map((clause) => clause.replace(/[.;]$/, '').replace(/^\w/, (letter) => letter.toUpperCase()))
