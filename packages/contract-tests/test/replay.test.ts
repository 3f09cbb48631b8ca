import { expect, test } from 'vitest'
import type { Json } from '@seam-acs/spec/model'
import { recordings } from '../src/recordings.ts'
import { replay } from '../src/replay.ts'
import { surfaces } from '../src/replay-outcome.ts'
import { recordFigure } from './figures/record-figure.ts'
import { listExchanges, operations, createErrorResponse, toRecording } from './replay-exchanges.ts'

test.each(recordings)(
  'the client sends the request and returns the response of $file, in every way to call it',
  async ({ recording }) => {
    for (const surface of surfaces) expect(await replay(recording, { surface }), surface).toEqual([])
  },
)

test('there are recordings to replay', () => {
  expect(recordings).not.toEqual([])
  recordFigure(
    'recordings replayed through the client',
    `${recordings.length}, in each of ${surfaces.length} ways to call it`,
  )
})

const exchanges = operations.flatMap((operation) =>
  listExchanges(operation).map(([name, exchange]) => ({ name, operation: operation.id, exchange })),
)

test.each(exchanges)('$name of $operation is replayed in every way to call the client', async ({ exchange }) => {
  for (const surface of surfaces) expect(await replay(exchange, { surface }), surface).toEqual([])
})

const [creation] = operations.filter(({ path }) => path === '/acs/credentials/create')
const { request, response } = toRecording(creation!)
const recording = toRecording(creation!, { request: { ...request, body: { ...request.body, code: '482913' } } })

type Send = (url: string, init: RequestInit) => Promise<Response>

test.each<[string, Send, string]>([
  [
    'drops a property',
    (url, init) => fetch(url, { ...init, body: JSON.stringify({ ...readBody(init), code: undefined }) }),
    '/request/body/code: recorded "482913", got undefined',
  ],
  [
    'is indented',
    (url, init) => fetch(url, { ...init, body: JSON.stringify(readBody(init), null, 1) }),
    expect.stringMatching(/^\/request\/text: recorded /),
  ],
  [
    'is not JSON',
    (url, init) => fetch(url, { ...init, body: '{' }),
    expect.stringMatching(/^\/request\/body: recorded .*, got "{"$/),
  ],
  [
    'loses its content type',
    (url, init) => fetch(url, { ...init, headers: { ...readHeaders(init), 'content-type': 'text/plain' } }),
    '/request/headers/content-type: recorded "application/json", got "text/plain"',
  ],
  [
    'loses its key',
    (url, init) => fetch(url, { ...init, headers: { ...readHeaders(init), authorization: '' } }),
    '/request/headers/authorization: recorded "Bearer seam_test_key", got ""',
  ],
  [
    'goes to another path',
    (url, init) => fetch(`${url}/`, init),
    `/request/path: recorded "${request.path}", got "${request.path}/"`,
  ],
  [
    'has another method',
    (url, init) => fetch(url, { ...init, method: 'PUT' }),
    '/request/method: recorded "POST", got "PUT"',
  ],
  [
    'is sent twice',
    async (url, init) => {
      await fetch(url, init)
      return fetch(url, init)
    },
    '/requests: recorded 1, got 2',
  ],
])('a client whose request %s is noticed, naming the path', async (_, send, problem) => {
  for (const surface of surfaces) expect(await replay(recording, { fetch: send, surface }), surface).toEqual([problem])
})

test.each(surfaces)('a client that sends nothing is noticed (%s)', async (surface) => {
  const send = async () => Response.json(response.body)
  const [problem] = await replay(recording, { fetch: send, surface })
  expect(problem).toBe('/requests: none arrived')
})

test.each(surfaces)('a wrong value is noticed, naming its path (%s)', async (surface) => {
  const send = async (url: string, init: RequestInit) => {
    const body = (await (await fetch(url, init)).json()) as Json
    return Response.json({ ...body, acs_credential: { ...body.acs_credential, warnings: [null] } })
  }
  const problems = await replay(recording, { fetch: send, surface })
  expect(problems).toContainEqual(expect.stringMatching(/\bwarnings\/0: recorded undefined, got null$|\bwarnings: /))
})

const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'
const failure = createErrorResponse(400, { request_id: requestId })

test.each<[string, Response, string]>([
  ['with another status', Response.json(failure.body, { status: 404 }), 'recorded 400, got 404'],
  [
    'with another type',
    Response.json(createErrorResponse(400, { type: 'x' }).body, { status: 400 }),
    'recorded "invalid_input", got "x"',
  ],
  [
    'without its request id',
    Response.json(createErrorResponse(400).body, { status: 400 }),
    `recorded "${requestId}", got undefined`,
  ],
  ['that is a success', Response.json(response.body), 'recorded'],
])('an error %s is noticed', async (_, other, problem) => {
  const send = async (url: string, init: RequestInit) => {
    await fetch(url, init)
    return other.clone()
  }
  for (const surface of surfaces) {
    const problems = await replay(toRecording(creation!, { response: failure }), { fetch: send, surface })
    expect(problems.join('\n'), surface).toContain(problem)
  }
})

const readBody = ({ body }: RequestInit) => JSON.parse(String(body))
const readHeaders = ({ headers }: RequestInit) => Object.fromEntries(new Headers(headers))
