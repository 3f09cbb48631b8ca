/** The lines of one kind of file. */
export interface Lines {
  /** The text of the `$ref` at `keys`. */
  referenceAt(keys: string[]): string | undefined
  lineAt(keys: string[]): number | undefined
}
