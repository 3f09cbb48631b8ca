/** Why there can be no review: one line that says what is missing and what to do. The program ends with exit code 2. */
export class Failure extends Error {
  override name = 'Failure'
}

/** An error's message on one line, for the end of a sentence. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll(/\s+/g, ' ').trim()
}
