/** A fault of the document, for its author. It has no stack trace, because the cause is not in our code. */
export class DocumentError extends Error {
  override name = 'DocumentError'

  constructor(message: string) {
    super(message)
    this.stack = message
  }

  /** Astro takes an error whose text has the word "document" for a misuse of the browser's, and gives wrong advice. */
  override toString() {
    return this.name
  }
}
