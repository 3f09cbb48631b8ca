import type { Result } from '@seam-acs/spec/model'
import { toText } from '../text/exact-json.ts'
import { writeParameters, type ParameterStyle } from './parameters.ts'

/** What the samples of an operation have in common, whatever the values; pages that write samples get it as data. */
export interface RequestTemplate {
  method: string
  /** `https://connect.getseam.com`. */
  server: string
  path: string
  /** Of the client's method: `acs`, `credentials` and `create`; undefined if the packages have none for it. */
  names: string[] | undefined
  parameters: ParameterStyle[]
  credentials: Credential[]
  content: SampleContent | undefined
  result: SampleResult
  /** Whether the packages can be installed from npm. */
  isPublished: boolean
  /** Whether an error response says in `error.type` what happened. */
  hasErrorType: boolean
  /** The header of responses by which support finds a request. */
  requestId: string | undefined
}

/** A secret of the reader, in environment variables. */
export type Credential =
  | { kind: 'key'; in: 'cookie' | 'header' | 'query'; name: string; prefix: string; variable: string }
  | { kind: 'basic'; user: string; password: string }

export interface SampleContent {
  kind: 'file' | 'form' | 'json' | 'multipart' | 'text'
  mediaType: string
  /** The fields of a form that are files. */
  files: string[]
}

/** Where the result is in the response, and by what name code calls it. */
export interface SampleResult {
  kind: Result['kind']
  /** The property that holds it; undefined if none does. */
  key: string | undefined
  /** Of one item, for a page. */
  variable: string
  isJson: boolean
}

/** The values of an example, or those that a reader fills in. */
export interface RequestValues {
  /** By their place and name: `path.id`. */
  parameters: Record<string, Record<string, unknown>>
  /** Undefined for no body. */
  body: unknown
}

export interface SampleRequest extends RequestTemplate {
  /** The path and the query, encoded: `/lockers/17?open=true`. */
  target: string
  headers: [name: string, value: string][]
  cookies: [name: string, value: string][]
  body: SampleBody | undefined
}

export type SampleBody =
  | { kind: 'json'; mediaType: string; value: unknown }
  | { kind: 'form'; mediaType: string; fields: [name: string, value: string][] }
  | { kind: 'text'; mediaType: string; text: string }
  | { kind: 'multipart'; mediaType: string; fields: [name: string, value: string][]; files: string[] }
  | { kind: 'file'; mediaType: string }

/** A language, or one of several ways to call from it. */
export interface Sample {
  id: string
  label: string
  /** Shiki's name of the language. */
  language: string
  /** Whether it can send the request. */
  supports(request: RequestTemplate): boolean
  write(request: SampleRequest): string
}

export function fillTemplate(template: RequestTemplate, { parameters, body }: RequestValues): SampleRequest {
  const written = writeParameters(template.path, template.parameters, parameters)
  return { ...template, ...written, body: template.content && toBody(template.content, body) }
}

function toBody({ kind, mediaType, files }: SampleContent, value: unknown): SampleBody | undefined {
  if (kind === 'file') return { kind, mediaType }
  if (value === undefined) return undefined
  if (kind === 'json') return { kind, mediaType, value }
  if (kind === 'text') return { kind, mediaType, text: toText(value) }
  const fields = Object.entries(Object(value) as object)
    .filter(([name]) => !files.includes(name))
    .flatMap(([name, inner]) => [inner].flat().map((item): [string, string] => [name, toText(item)]))
  return kind === 'form' ? { kind, mediaType, fields } : { kind, mediaType, fields, files }
}
