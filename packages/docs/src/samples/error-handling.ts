import { quoteSingle } from './literal.ts'

/** How a program that uses the client tells an error of this type from others. */
export const writeErrorHandling = (type: string) => `import { SeamApiError } from '@seam-acs/client'

export function report(error: unknown) {
  if (error instanceof SeamApiError && error.type === ${quoteSingle(type)})
    console.error(error.status, error.message, error.requestId)
  else throw error
}
`
