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

export type { Sample, SampleRequest } from './request.ts'
