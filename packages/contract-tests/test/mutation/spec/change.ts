import type { Json } from '@seam-acs/spec/model'

export type Path = (string | number)[]

/** A change: the new value of the node at a path; undefined removes it. */
export type Change = [operator: string, at: Path, value: Json]
