import type { Json, Schema } from '@seam-acs/spec/model'

/** The problems of a value under a schema of the contract, closed, each with its path; empty where it is valid. */
export type Validate = (schema: Schema, value: Json) => string[]
