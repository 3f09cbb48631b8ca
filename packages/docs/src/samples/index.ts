import { csharpHttpClient } from './languages/csharp.ts'
import { curl } from './languages/curl.ts'
import { platformFetch } from './languages/fetch.ts'
import { goNetHttp } from './languages/go.ts'
import { javaHttp } from './languages/java.ts'
import { phpCurl } from './languages/php.ts'
import { pythonRequests } from './languages/python.ts'
import { rubyNetHttp } from './languages/ruby.ts'
import { client, clientByPath, seamSdk } from './languages/typescript.ts'
import type { RequestTemplate, Sample } from './request.ts'

/** Every way to call that the reference shows, in the order of its tabs. */
export const samples: Sample[] = [
  client,
  clientByPath,
  seamSdk,
  platformFetch,
  curl,
  pythonRequests,
  rubyNetHttp,
  phpCurl,
  goNetHttp,
  csharpHttpClient,
  javaHttp,
]

/** Those that can call an operation. */
export const listSamples = (request: RequestTemplate): Sample[] => samples.filter(({ supports }) => supports(request))
