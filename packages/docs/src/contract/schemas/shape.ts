/** A schema as a page shows it: references followed, `allOf` taken together, open enums and null recognised. */
export interface Shape {
  /** The component's name, which has a page. */
  name?: string | undefined
  description?: string | undefined
  /** `string`, `string<uuid>[]`, `object`: without null. */
  type: string
  nullable: boolean
  deprecated: boolean
  values: EnumValue[]
  /** Whether values other than the listed ones can occur. */
  open: boolean
  /** Constraints: a label, and the value as JSON or, for a string, as it is. */
  facts: Fact[]
  /** The groups of properties that `allOf` takes together, or the only one. */
  groups: Group[]
  /** The required properties, whichever schema declares them. */
  needs: string[]
  choices: Choice[]
  /** The shape of each item of a list. */
  items?: Shape | undefined
  /** How many properties and alternatives it has that its page leaves out. */
  folded?: number
}

export interface Group {
  /** Of the component that contributes it, if that is not the shape itself. */
  description?: string | undefined
  properties: Property[]
}

/** Shapes of which at least one holds or, for `oneOf`, exactly one. */
export interface Choice {
  exclusive: boolean
  /** Whether more than half of the alternatives say by a fixed value which one they are, as warnings do by their code. */
  isTagged: boolean
  alternatives: Alternative[]
}

export interface Alternative extends Shape {
  /** The fixed value, the component or the place by which it is called. */
  label: string
  /** The last part of its address. */
  anchor: string
  /** What stands before the names of its properties in their addresses. */
  prefix: string
}

export interface Property extends Shape {
  property: string
  /** What `property` is: a name, a pattern that names match, or `*` for any other name. */
  key: 'any' | 'name' | 'pattern'
  /** The last part of its address. */
  anchor: string
  required: boolean
}

export interface EnumValue {
  value: unknown
  description?: string | undefined
}

export interface Fact {
  label: string
  value: string
  /** The fixed value itself, of a `const`. */
  fixed?: unknown
}

/** The facts that the description does not state in the same words. */
export const listNewFacts = ({ description = '', facts }: Shape): Fact[] =>
  facts.filter(({ label, value }) => !description.includes(`${label} \`${value}\``))

/** Whether there is more to say about a shape than its type. */
export const hasContent = ({ description, values, facts, groups, choices, items }: Shape): boolean =>
  description !== undefined ||
  values.length + facts.length + groups.length + choices.length > 0 ||
  (items !== undefined && hasContent(items))

/** A string as it is, unless it would be invisible; anything else as JSON. */
export const formatValue = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value : JSON.stringify(value)
