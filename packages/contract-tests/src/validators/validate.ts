import type { Json } from '../recording.ts'

/** The problems of a value under a schema of the contract, closed, each with its path; empty where it is valid. */
export type Validate = (schema: Json, value: Json) => string[]
