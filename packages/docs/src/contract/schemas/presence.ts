import type { Property } from './shape.ts'

const keyNotes = { any: 'any other name', name: undefined, pattern: 'name pattern' }

/** The marks beside the type of a property. */
export function listMarks(property: Property) {
  const { key, required, nullable, open, deprecated } = property
  const notes = ['in' in property && `in the ${property.in}`, keyNotes[key]]
  const states = [nullable && 'nullable', open && 'open', deprecated && 'deprecated']
  const isText = (mark: string | false | undefined) => typeof mark === 'string'
  return { notes: notes.filter(isText), required, states: states.filter(isText) }
}

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
