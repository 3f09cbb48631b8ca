/** What is wrong with the document, for its author; it ends the build without a stack trace, which is for ours. */
export class Refusal extends Error {
  override name = 'Refusal'

  constructor(message: string) {
    super(message)
    this.stack = message
  }
}
