import type { Json } from '@seam-acs/spec/model'

/** A change to a request and to an object that its response has. */
export type Repair = (request: Json, object: Json) => void

/**
 * A rule that no schema expresses and that a believable exchange keeps.
 * It returns undefined if the exchange keeps it, and otherwise the ways to repair the exchange, the likeliest first.
 */
export type Rule = (request: Json, object: Json) => Repair[] | undefined

/** What is believable of the objects of one kind. */
export interface Resource {
  /** The component that describes them. */
  component: string
  /** A property that a request has if it creates one; any other request is not about what the object is like. */
  createdWith: string
  /** The rules, given the values that the document lists for a property. */
  createRules(listValues: (property: string) => Json[]): Rule[]
  /** The properties in which an object may say something else than its request. */
  listExcused(object: Json): string[]
}
