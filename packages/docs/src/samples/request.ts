import type { Result } from '@seam-acs/spec/model'

/** What a code sample is of: an operation of the API with the values of an example. */
export interface SampleRequest {
  method: string
  /** `https://connect.getseam.com`. */
  server: string
  path: string
  /** Of the client's method: `acs`, `credentials` and `create`. */
  names: string[]
  /** A JSON value, or undefined for an operation without a body. */
  body: unknown
  result: SampleResult
}

/** Where the result is in the response, and by what name code calls it. */
export interface SampleResult {
  kind: Result['kind']
  /** The property that holds it; undefined where none does. */
  key: string | undefined
  /** Of one item, for a page. */
  variable: string
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
