/** A compact JSON Schema, as the package `codegen` writes it. */
export interface Schema {
  /** Guard: the schema applies only where this property has this value. */
  readonly g?: readonly [name: string, value: unknown]
  /** `type`, in words that hold its names: `a string or null`. */
  readonly t?: string
  /** `enum` or `const`. */
  readonly e?: readonly unknown[]
  /** A test that a value other than null has to pass, such as a `pattern`, */
  readonly c?: Test
  /** and what such a value must: `be a uuid`. */
  readonly m?: string
  /**
   * `properties`, the required ones first; empty when only patterns or branches declare any.
   * Without it an object of a request may have any property.
   */
  readonly p?: Readonly<Record<string, Schema>>
  /** How many of the properties are required. */
  readonly q?: number
  /** `patternProperties`, and `additionalProperties` with a test for the names that are neither. */
  readonly k?: readonly (readonly [pattern: { test(name: string): boolean }, schema: Schema])[]
  /** `items`. */
  readonly i?: Schema
  /** `allOf`. */
  readonly a?: readonly Schema[]
  /** `anyOf`, */
  readonly o?: readonly Schema[]
  /** and what to say of a value that has no property of any branch. */
  readonly w?: string
}

interface Test {
  // oxlint-disable-next-line typescript/no-explicit-any -- each test is for values of one type
  test(value: any): boolean
}
