import type { Json } from '@seam-acs/spec/model'

/** A recording with one change after which the spec does not allow it. */
export interface Mutant {
  /** What was done, such as `drop`. */
  operator: string
  /** Where, such as `/response/body/ok`. */
  at: string
  recording: Json
}
