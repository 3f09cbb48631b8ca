import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { serveAnswers, type Answer } from '../loopback-server.ts'
import type { Json } from '../recording.ts'
import { apiKey, body, call, path, pin, refuse, success, type ClientCheck } from './client-checks.ts'

const uuid = '48291300-391b-4d00-a234-482913000000'
const token = 'seam_at_token'

function assertSecret(error: Json, secrets = [apiKey, pin]) {
  const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error.stack)].join('\n')
  for (const secret of secrets) assert.doesNotMatch(shown, new RegExp(`(?<![\\w-])${secret}(?![\\w-])`))
}

/** Who may call, and what no error shows. */
export const secretChecks: Record<string, ClientCheck> = {
  async 'no error repeats the key or the PIN code'(client) {
    const message = `${apiKey} and ${pin} of ${uuid}`
    const error = { message, data: { code: pin, number: Number(pin), key: apiKey } }
    const answers: Answer[] = [
      refuse(400, {}, error),
      { status: 400, headers: { 'content-type': 'text/plain' }, text: message },
      { status: 200, headers: {}, text: message },
      { ...success, body: { ok: true, new_code: '77665', card_number: '99887', key: apiKey } },
    ]
    for (const answer of answers) {
      const { error: shown } = await call(client, [answer], { maxRetries: 0 })
      assertSecret(shown, [apiKey, pin, '77665', '99887'])
    }
    const { error: refused } = await call(client, answers, { maxRetries: 0 })
    assert.equal(refused.message.includes(uuid), true)
    const server = await serveAnswers(answers)
    const seam = new client.Seam({ apiKey, endpoint: server.endpoint })
    const result = (await seam.acs.credentials.create(body).asResult()) as Json
    const byPath = await seam.fetchClient.POST(path, { body })
    server.close()
    assert.deepEqual(result.error.data, { code: '…', number: '…', key: '…' })
    assert.equal(byPath.error, `… and … of ${uuid}`)
  },
  async 'no error of a connection or of a header shows the key'(client) {
    const fetch = async () => {
      throw Object.assign(new TypeError(`no ${apiKey}`), { cause: { code: 'ECONNRESET', apiKey } })
    }
    assertSecret((await call(client, [], { fetch })).error)
    assert.throws(
      () => new client.Seam({ apiKey, headers: { 'x-secret': `${pin}\n1` } }),
      (error: Error) => error instanceof client.SeamError && !error.message.includes(pin),
    )
    const { error, server } = await call(client, [success], {
      onRequest: ({ headers }: Json) => void (headers.x = `${pin}\n1`),
    })
    assert.equal(server.received.length, 0)
    assert.ok(error instanceof client.SeamError)
    assertSecret(error)
  },
  async 'a printed client does not show the key'(client) {
    assertSecret({ stack: '', seam: new client.Seam({ apiKey }) })
  },
  async 'the excerpt of an answer is short'(client) {
    const { error } = await call(client, [{ status: 500, headers: {}, text: 'x'.repeat(999) }])
    assert.equal(error.text, 'x'.repeat(200))
  },
  async 'a redirect does not take the PIN code along'(client) {
    const other = await serveAnswers([success])
    for (const status of [301, 307]) {
      const { error } = await call(client, [{ status, headers: { location: other.endpoint } }])
      assert.ok(error instanceof client.SeamResponseError)
      assert.equal(error.status, status)
    }
    other.close()
    assert.equal(other.received.length, 0)
  },
  async 'a personal access token goes with its workspace'(client) {
    const options = { apiKey: undefined, personalAccessToken: token, workspaceId: uuid }
    const { server } = await call(client, [success], options)
    assert.equal(server.received[0]!.headers.authorization, `Bearer ${token}`)
    assert.equal(server.received[0]!.headers['seam-workspace'], uuid)
    const withKey = await call(client, [success])
    assert.equal(withKey.server.received[0]!.headers['seam-workspace'], undefined)
  },
  async 'what cannot authenticate is refused'(client) {
    const wrong: Json[] = [
      { apiKey: 'seam_cst_1' },
      { apiKey: 'seam_pk_1' },
      { apiKey: 'seam_at_1' },
      { apiKey: 'seam_key\n' },
      { apiKey, personalAccessToken: token, workspaceId: uuid },
      { personalAccessToken: token },
      { workspaceId: uuid, apiKey },
      { apiKey, endpoint: 'connect.getseam.com' },
      { apiKey, endpoint: 'ftp://connect.getseam.com' },
      { apiKey, maxRetries: -1 },
      { apiKey, timeout: Number.NaN },
      { apiKey, deadline: -1 },
      { apiKey, maxResponseSize: -1 },
    ]
    for (const options of wrong) {
      assert.throws(
        () => new client.Seam(options),
        (error: Error) =>
          error instanceof client.SeamError && !error.message.includes('_1') && !error.message.includes('seam_key'),
        inspect(options),
      )
    }
  },
  async 'a function that gets the key is asked once, and again when the key is refused'(client) {
    const keys = ['seam_old', 'seam_new', 'seam_newer']
    let asked = 0
    const server = await serveAnswers([success, success, refuse(401), success, refuse(401), refuse(401), success])
    const seam = new client.Seam({ apiKey: async () => keys[asked++]!, endpoint: server.endpoint })
    const create = () => seam.acs.credentials.create(body)
    try {
      await Promise.all([create(), create()])
      assert.equal(asked, 1)
      await create()
      assert.equal(asked, 2)
      const used = server.received.map(({ headers }) => headers.authorization)
      assert.deepEqual(used, ['Bearer seam_old', 'Bearer seam_old', 'Bearer seam_old', 'Bearer seam_new'])
      await assert.rejects(create(), (error: Json) => error.status === 401)
      assert.equal(server.received.length, 6)
    } finally {
      server.close()
    }
    const fixed = await call(client, [refuse(401), success])
    assert.equal(fixed.server.received.length, 1)
  },
  async 'a key that could not be got is asked for again'(client) {
    let asked = 0
    const server = await serveAnswers([success])
    const getKey = async () => {
      if (asked++ === 0) throw new Error('vault')
      return apiKey
    }
    const seam = new client.Seam({ apiKey: getKey, endpoint: server.endpoint })
    await assert.rejects(seam.acs.credentials.create(body), /vault/)
    await seam.acs.credentials.create(body)
    const late = new client.Seam({ apiKey: () => new Promise(() => {}), endpoint: server.endpoint, deadline: 25 })
    const soon = new Promise((_, reject) => setTimeout(reject, 200, new Error('it does not end')))
    await assert.rejects(Promise.race([late.acs.credentials.create(body), soon]), client.SeamTimeoutError)
    const wrong = new client.Seam({ apiKey: () => 'seam_pk_1', endpoint: server.endpoint })
    await assert.rejects(wrong.acs.credentials.create(body), client.SeamError)
    server.close()
    assert.equal(server.received.length, 1)
  },
}
