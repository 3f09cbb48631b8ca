import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import contract from '@seam-acs/spec' with { type: 'json' }
import { serve, serveAnswers, type Answer, type LoopbackServer } from '../loopback-server.ts'
import type { Json } from '../recording.ts'
import type { Client } from '../replay.ts'

/** Something that the client's README promises, over a socket where one is needed. Throws where it does not hold. */
export type ClientCheck = (client: Client) => Promise<void>

export const apiKey = 'seam_test_key'
export const pin = '482913'
export const body = {
  access_method: 'code',
  acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
  code: pin,
} as const
export const path = '/acs/credentials/create'
export const operation = `POST ${path}`
export const requestId = '1b9a3e0d-443f-4063-b619-4ca7e2a97751'

const json = { 'content-type': 'application/json', 'seam-request-id': requestId }
export const success: Answer = { status: 200, headers: json, body: { acs_credential: { display_name: 'D' }, ok: true } }
export const refuse = (status: number, headers = {}, error = {}): Answer => ({
  status,
  headers: { ...json, ...headers },
  body: { error: { type: 'some_type', message: 'No.', ...error }, ok: false },
})

export interface Call {
  returned?: Json
  error?: Json
  server: LoopbackServer
}

/** What a call comes to that gets the answers in turn. */
export async function call(
  client: Client,
  answers: Answer[],
  options: object = {},
  sent: object = body,
): Promise<Call> {
  const server = await serveAnswers(answers)
  try {
    const seam = new client.Seam({ apiKey, endpoint: server.endpoint, ...options })
    return { returned: await seam.acs.credentials.create(sent as typeof body), server }
  } catch (error) {
    return { error, server }
  } finally {
    server.close()
  }
}

const invalid = { ...body, code: 'x' }

/** Settings, headers and hooks. */
export const checks: Record<string, ClientCheck> = {
  async 'a header of the caller is sent, and one that authenticates wins'(client) {
    const headers = { 'x-trace': '1', authorization: 'Bearer other' }
    const { server } = await call(client, [success], { headers, userAgent: 'front-desk/1.2' })
    const sent = server.received[0]!.headers
    assert.equal(sent['x-trace'], '1')
    assert.equal(sent.authorization, `Bearer ${apiKey}`)
    assert.equal(sent['user-agent'], `seam-acs-client/${contract.info.version} front-desk/1.2`)
  },
  async 'a call has options of its own'(client) {
    const [one, other] = [await serveAnswers([success]), await serveAnswers([success])]
    try {
      const seam = new client.Seam({ apiKey, endpoint: one.endpoint, headers: { 'x-one': '1', 'x-both': '1' } })
      const headers = { 'x-both': '2' }
      await seam.acs.credentials.create(body, { endpoint: `${other.endpoint}/`, apiKey: 'seam_other', headers })
      await seam.acs.credentials.create(body, { userAgent: undefined })
      const [sent] = other.received
      assert.equal(sent!.path, path)
      assert.equal(sent!.headers.authorization, 'Bearer seam_other')
      assert.equal(sent!.headers['x-one'], '1')
      assert.equal(sent!.headers['x-both'], '2')
      assert.equal(one.received[0]!.headers.authorization, `Bearer ${apiKey}`)
      assert.equal(one.received[0]!.headers['user-agent'], `seam-acs-client/${contract.info.version}`)
      await assert.rejects(seam.acs.credentials.create(body, { timeout: -1 }), /option `timeout`/)
    } finally {
      one.close()
      other.close()
    }
  },
  async 'the key and the endpoint come from the environment, and an option wins'(client) {
    const server = await serveAnswers([success])
    const { SEAM_API_KEY, SEAM_ENDPOINT } = process.env
    Object.assign(process.env, { SEAM_API_KEY: 'seam_environment', SEAM_ENDPOINT: server.endpoint })
    try {
      const seams = [new client.Seam(), new client.Seam('seam_alone'), new client.Seam({ apiKey: 'seam_option' })]
      for (const seam of seams) await seam.acs.credentials.create(body)
      const used = server.received.map(({ headers }) => headers.authorization)
      assert.deepEqual(used, ['Bearer seam_environment', 'Bearer seam_alone', 'Bearer seam_option'])
      Object.assign(process.env, { SEAM_API_KEY: '', SEAM_ENDPOINT: '' })
      assert.throws(() => new client.Seam(), /No apiKey: .* or set SEAM_API_KEY/)
      let url = ''
      const fetch = async (given: string) => Response.json(success.body, { headers: { 'x-url': (url = given) } })
      await new client.Seam({ apiKey, fetch }).acs.credentials.create(body)
      assert.equal(url, `https://connect.getseam.com${path}`)
    } finally {
      server.close()
      for (const [name, value] of Object.entries({ SEAM_API_KEY, SEAM_ENDPOINT })) {
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      }
    }
  },
  async 'the global fetch of the time of the call sends'(client) {
    const seam = new client.Seam({ apiKey, endpoint: 'http://127.0.0.1:9' })
    const { fetch } = globalThis
    globalThis.fetch = async () => Response.json(success.body)
    try {
      const { create } = seam.acs.credentials
      assert.deepEqual(await create(body), success.body.acs_credential)
    } finally {
      globalThis.fetch = fetch
    }
  },
  async 'hooks see each try, and what a hook adds is sent in that try alone'(client) {
    const seen: Json[] = []
    const onRequest = ({ attempt, headers }: Json) => {
      if (attempt === 0) headers['x-first'] = '1'
    }
    const onResponse = (context: Json) => seen.push(context)
    const answers = [refuse(429, { 'retry-after-ms': '1' }), success]
    const { server } = await call(client, answers, {
      onRequest,
      onResponse,
      onRetry: (context: Json) => seen.push(context),
    })
    assert.deepEqual(
      server.received.map(({ headers }) => headers['x-first']),
      ['1', undefined],
    )
    assert.deepEqual(
      seen.map(({ operation: name, attempt, status, delay, reason }) => ({ name, attempt, status, delay, reason })),
      [
        { name: operation, attempt: 0, status: 429, delay: undefined, reason: undefined },
        { name: operation, attempt: 0, status: undefined, delay: 1, reason: 429 },
        { name: operation, attempt: 1, status: 200, delay: undefined, reason: undefined },
      ],
    )
    assert.ok(seen[0].duration > 0 && seen[0].duration < 10_000)
    assert.equal(seen[0].requestId, requestId)
    for (const secret of [apiKey, pin]) assert.ok(!inspect(seen, { depth: 9 }).includes(secret))
  },
  async 'bodies are checked where that is asked for'(client) {
    const sentAll = await call(client, [success], {}, invalid)
    assert.equal(sentAll.server.received.length, 1)
    for (const validate of ['request', 'both']) {
      const { error, server } = await call(client, [success], { validate }, invalid)
      assert.ok(error instanceof client.SeamRequestError)
      assert.deepEqual(error.issues, [{ path: 'code', message: 'must match ^\\d+$' }])
      assert.match(error.message, /^POST .*: not sent: "code" must match/)
      assert.equal(server.received.length, 0)
    }
    for (const validate of ['response', 'both']) {
      const { error } = await call(client, [success], { validate })
      assert.ok(error instanceof client.SeamResponseError)
      assert.ok(error.issues.some(({ path: at }) => at === 'acs_credential.acs_credential_id'))
      assert.equal(error.status, 200)
    }
    assert.deepEqual((await call(client, [success], { validate: 'request' })).error, undefined)
    assert.equal((await call(client, [refuse(400)], { validate: 'response' }, invalid)).server.received.length, 1)
  },
  async 'validation errors become a list'(client) {
    const nested = {
      _errors: ['a'],
      code: { _errors: ['b', 'c'] },
      ids: { 0: { _errors: ['d'] } },
      m: { n: { _errors: ['e'] } },
    }
    assert.deepEqual(
      client.listValidationErrors(nested).map(({ path: at, message }) => `${at}: ${message}`),
      [': a', 'code: b', 'code: c', 'ids[0]: d', 'm.n: e'],
    )
    assert.deepEqual(client.listValidationErrors(undefined), [])
  },
  async 'all errors are of one class'(client) {
    for (const error of [
      (await call(client, [refuse(400)])).error,
      (await call(client, [{ ...success, body: 1 }])).error,
    ]) {
      assert.ok(error instanceof client.SeamError && error instanceof Error)
    }
  },
  async 'an answer is read whole up to a limit'(client) {
    // Of characters of three bytes, which come in several parts.
    const large = { ...success, body: { acs_credential: '€'.repeat(100_000), ok: true } }
    const { error } = await call(client, [large], { maxResponseSize: 250_000 })
    assert.ok(error instanceof client.SeamResponseError)
    assert.match(error.message, /200 with a body that is larger than 250000 bytes/)
    // To print a difference of this size takes minutes.
    assert.ok((await call(client, [large])).returned === large.body.acs_credential)
  },
  async 'an answer that breaks off is told apart from none'(client) {
    const server = await serve(() => {
      // Node holds back an answer that is shorter than announced until its connection closes.
      setTimeout(server.close, 20)
      return { status: 200, headers: { ...json, 'content-length': '9' }, text: '{"ok' }
    })
    const error = await new client.Seam({ apiKey, endpoint: server.endpoint }).acs.credentials
      .create(body)
      .catch(Object)
    assert.ok(error instanceof client.SeamResponseError)
    assert.match(error.message, /200 with a body that is cut off/)
    assert.equal(error.requestId, requestId)
  },
}
