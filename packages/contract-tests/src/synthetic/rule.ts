import type { Json } from '@seam-acs/spec/model'

/** Changes a request and an object of its response so that they keep a rule. */
export type Repair = (request: Json, object: Json) => void

/**
 * A rule that no schema expresses and that a plausible exchange keeps.
 * Returns undefined if the exchange keeps it, or else the possible repairs, the most likely first.
 */
export type Rule = (request: Json, object: Json) => Repair[] | undefined

/** The rules for the objects of one kind. */
export interface Resource {
  /** The component that describes the objects. */
  component: string
  /** A property that only the requests that create such an object have. */
  createdWith: string
  /** The rules, given the values that the document lists for a property. */
  createRules(listValues: (property: string) => Json[]): Rule[]
  /** The properties in which an object may differ from its request. */
  listExcused(object: Json): string[]
}
