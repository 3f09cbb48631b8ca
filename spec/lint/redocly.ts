// The part of Redocly's interface for plugins that the rules use.

/** A place in a file, for reporting a problem. */
export interface Location {
  /** `#/` for a whole file. */
  pointer: string
  source: { absoluteRef: string }
  child(path: string | string[]): Location
  /** The same place, reported at the key instead of the value. */
  key(): Location
}

export interface Resolved {
  node?: unknown
  location?: Location
}

export interface Context {
  key: string
  location: Location
  /** The node before its `$ref` was followed. */
  rawNode: { $ref?: string }
  rawLocation: Location
  type: { name: string }
  report(problem: { message: string; location: Location }): void
  resolve(node: unknown, from?: string): Resolved
}

export type Visit = (node: never, context: Context, resolved: Resolved) => void

/** One function for each type of node, `any` and `ref` included. */
export type Visitor = Record<string, Visit | { leave: Visit }>

/** Takes the rule's settings in redocly.yaml. */
export type Rule = (options: Record<string, unknown>) => Visitor

export interface MediaType {
  examples?: Record<string, unknown>
  schema?: Schema
}

export interface Body {
  content?: Record<string, MediaType>
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  items?: Schema
  description?: string
  required?: string[]
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  enum?: unknown[]
  'x-enumDescriptions'?: Record<string, string>
}
