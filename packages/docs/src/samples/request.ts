/** What a code sample is of: an operation of the API with the values of an example. */
export interface SampleRequest {
  method: string
  /** `https://connect.getseam.com`. */
  server: string
  path: string
  /** A JSON value, or undefined for an operation without a body. */
  body: unknown
  /** The property of the answer that holds the result, if one does. */
  resultKey: string | undefined
}

/** A language, or one of several ways to call from it. */
export interface Sample {
  id: string
  label: string
  /** Shiki's name of the language. */
  language: string
  write(request: SampleRequest): string
}

/** `https://connect.getseam.com/acs/credentials/create`. */
export const address = ({ server, path }: SampleRequest) => server.replace(/\/$/, '') + path

/** `Create` for `POST`-like names: the first letter large, the rest small. */
export const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** The body as indented JSON, whose lines after the first start with `margin`. */
export const writeJson = (body: unknown, margin = '') =>
  JSON.stringify(body, null, 2).toWellFormed().replaceAll('\n', `\n${margin}`)
