// oxlint-disable-next-line typescript/no-explicit-any -- a mutator edits documents of any shape
export type Node = Record<string, any>
