/** Why a recording cannot be made, in words for the person at the terminal. Quotes no value of an exchange. */
export class RecordError extends Error {
  override name = 'RecordError'
}
