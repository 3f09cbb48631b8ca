import { Seam } from '@seam-acs/client'
import { camelCase } from '../../../scripts/names.ts'
import { serveAnswer } from './loopback-server.ts'
import type { Json, Recording } from './recording.ts'

export interface ReplayOptions {
  /** What the client sends with. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Another build of the client. */
  Client?: typeof Seam
  /** `method` is `seam.acs.credentials.create(…)`, `path` is `seam.fetchClient.POST('/acs/credentials/create', …)`. */
  surface?: 'method' | 'path'
}

/**
 * Sends a recorded request through the client to a server on this machine that gives the recorded answer.
 *
 * @returns What left the client or came out of it otherwise than recorded, each with its path; empty where nothing.
 */
export async function replay({ request, response }: Recording, options: ReplayOptions = {}): Promise<string[]> {
  const { fetch = globalThis.fetch, Client = Seam, surface = 'method' } = options
  const server = await serveAnswer(response)
  try {
    const seam = new Client({ apiKey: 'seam_test_key', endpoint: server.endpoint, fetch })
    const returned =
      surface === 'method'
        ? { ...response.body, [resultKey(response.body)]: await findMethod(seam, request.path)(request.body) }
        : (await seam.fetchClient.POST(request.path as never, { body: request.body } as never)).data
    const [sent] = server.received
    if (!sent) return ['/requests: none arrived']
    return [
      ...differences('/requests', 1, server.received.length),
      ...differences('/request/method', request.method, sent.method),
      ...differences('/request/path', request.path, sent.path),
      ...differences('/request/headers/authorization', 'Bearer seam_test_key', sent.headers.authorization),
      ...differences('/request/headers/content-type', request.headers['content-type'], sent.headers['content-type']),
      ...differences('/request/body', request.body, JSON.parse(sent.body)),
      ...differences('/response/body', response.body, returned),
    ]
  } finally {
    server.close()
  }
}

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
function findMethod(seam: Seam, path: string): (body: Json) => Promise<Json> {
  const names = path.slice(1).split('/').map(camelCase)
  return names.reduce((node: Json, name) => node[name], seam)
}

/** A successful answer is `ok` and the result, which is what a method returns. */
function resultKey(body: Json): string {
  return Object.keys(body).find((name) => name !== 'ok')!
}

/** Where two JSON values differ, by path. */
export function differences(path: string, expected: Json, actual: Json): string[] {
  if (isContainer(expected) && isContainer(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
    return [...names].flatMap((name) => differences(`${path}/${name}`, expected[name], actual[name]))
  }
  if (Object.is(expected, actual)) return []
  return [`${path}: recorded ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
}

const isContainer = (value: Json) => typeof value === 'object' && value !== null
