/** What `createFetchClient` of the client gives, without openapi-fetch: the way out, should that library have to go. */
export function createFetchClient(baseUrl: string, transport: (request: object) => Promise<Response>) {
  const send = async (
    method: string,
    path: string,
    { body, bodySerializer = JSON.stringify, headers, baseUrl: otherBaseUrl, ...init }: Options = {},
  ) => {
    const response = await transport({
      ...init,
      url: `${otherBaseUrl ?? baseUrl}`.replace(/\/$/, '') + path,
      method,
      headers: new Headers({ ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }),
      body: body === undefined ? undefined : bodySerializer(body),
    })
    const text = await response.text()
    if (response.ok) return { data: init.parseAs === 'text' ? text : JSON.parse(text), response }
    return { error: parse(text), response }
  }
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']
  return Object.fromEntries(
    methods.map((method) => [method, (path: string, options?: Options) => send(method, path, options)]),
  )
}

interface Options {
  baseUrl?: string
  body?: unknown
  bodySerializer?: (body: unknown) => string
  headers?: Record<string, string>
  parseAs?: string
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
