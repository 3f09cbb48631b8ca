import type { Call } from '../contract/operation.ts'
import { csharpHttpClient, goNetHttp, javaHttp } from './compiled.ts'
import { curl, phpCurl, pythonRequests, rubyNetHttp } from './http.ts'
import type { Sample } from './request.ts'
import { client, clientByPath, seamSdk } from './typescript.ts'

/** Every way to call that the reference shows, in the order of its tabs. */
export const samples: Sample[] = [
  client,
  clientByPath,
  seamSdk,
  curl,
  pythonRequests,
  rubyNetHttp,
  phpCurl,
  goNetHttp,
  csharpHttpClient,
  javaHttp,
]

/** A sample for each example of an operation, or the only one for an operation that has none. */
export const writeAll = ({ write }: Sample, call: Call): string[] =>
  (call.scenarios.length > 0 ? call.scenarios : [{ value: undefined }]).map(({ value }) =>
    write({ ...call, body: value }),
  )

export type { Sample, SampleRequest } from './request.ts'
