export type * from '@seam-acs/types'
export { SeamApiError, SeamError } from './errors.ts'
export type { SeamOptions } from './options.ts'
export { Seam } from './seam.ts'
