/** Why the command failed, for the person at the terminal. Its message never contains a value of an exchange. */
export class RecordError extends Error {
  override name = 'RecordError'
}
