import type { paths } from '@seam-acs/types'
import createClient from 'openapi-fetch'
import { SeamApiError, SeamError } from './errors.ts'
import type { Settings } from './options.ts'

/** Sends `body` to `path` and returns the property `resultKey` of the answer. */
export type Call = <Result>(path: keyof paths, body: object, resultKey: string) => Promise<Result>

export function createCall({ apiKey, endpoint, fetch }: Settings): Call {
  const client = createClient<paths>({ baseUrl: endpoint, fetch, headers: { authorization: `Bearer ${apiKey}` } })

  return async (path, body, resultKey) => {
    const operation = `POST ${path}`
    const { data, error, response } = await client.POST(path, { body: body as never, parseAs: 'text' })
    if (!response.ok) throw new SeamApiError(operation, response, error)
    const result = parseObject(data)?.[resultKey]
    if (result === undefined || result === null) {
      throw new SeamError(`${operation}: ${response.status} without the JSON object that holds \`${resultKey}\``)
    }
    return result as never
  }
}

/** Undefined where the text is no JSON object. The parser's own error would quote the text, and with it a PIN. */
function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}
