import { Seam } from '@seam-acs/client'
import { serveAnswer } from './loopback-server.ts'
import type { Json, Recording } from './recording.ts'

/**
 * Sends a recorded request through the client to a server on this machine that gives the recorded answer.
 *
 * @returns What left the client or came out of it otherwise than recorded, each with its path; empty where nothing.
 */
export async function replay({ request, response }: Recording, fetch = globalThis.fetch): Promise<string[]> {
  const server = await serveAnswer(response)
  try {
    const seam = new Seam({ apiKey: 'seam_test_key', endpoint: server.endpoint, fetch: (sent) => fetch(sent) })
    const returned = await findMethod(seam, request.path)(request.body)
    const [sent] = server.received
    if (!sent) return ['/requests: none arrived']
    return [
      ...differences('/requests', 1, server.received.length),
      ...differences('/request/method', request.method, sent.method),
      ...differences('/request/path', request.path, sent.path),
      ...differences('/request/headers/authorization', 'Bearer seam_test_key', sent.headers.authorization),
      ...differences('/request/headers/content-type', request.headers['content-type'], sent.headers['content-type']),
      ...differences('/request/body', request.body, JSON.parse(sent.body)),
      ...differences('/response/body', resultOf(response.body), returned),
    ]
  } finally {
    server.close()
  }
}

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
function findMethod(seam: Seam, path: string): (body: Json) => Promise<Json> {
  const names = path
    .slice(1)
    .split('/')
    .map((name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()))
  return names.reduce((node: Json, name) => node[name], seam)
}

/** A successful answer is `ok` and the result. */
function resultOf(body: Json): Json {
  return Object.entries(body).find(([name]) => name !== 'ok')?.[1]
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
