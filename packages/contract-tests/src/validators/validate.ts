import type { Json, Schema } from '@seam-acs/spec/model'

/** The problems of a value under a closed schema of the contract, each with its path; empty if it is valid. */
export type Validate = (schema: Schema, value: Json) => string[]
