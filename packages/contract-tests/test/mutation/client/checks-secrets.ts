import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import type { Json } from '@seam-acs/spec/model'
import {
  apiKey,
  body,
  call,
  createFetch,
  endpoint,
  bodylessOf,
  operationOf,
  pin,
  createErrorResponse,
  requestId,
  success,
  type StubResponse,
  type ClientCheck,
} from './stub.ts'

const uuid = '48291300-391b-4d00-a234-482913000000'
const token = 'seam_at_token'

function assertSecret(error: Json, secrets = [apiKey, pin]) {
  const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error.stack)].join('\n')
  for (const secret of secrets) assert.doesNotMatch(shown, new RegExp(`(?<![\\w-])${secret}(?![\\w-])`))
}

/** Authentication, and what errors hide. */
export const secretChecks: Record<string, ClientCheck> = {
  async 'no error repeats the key or the PIN code'(client) {
    const message = `${apiKey} and ${pin} of ${uuid}`
    const error = {
      message,
      data: { code: pin, number: Number(pin), key: apiKey, is_new: true, other: 12, list: [pin] },
    }
    const responses: StubResponse[] = [
      createErrorResponse(400, {}, error),
      { status: 400, headers: { 'content-type': 'text/plain' }, text: message },
      { status: 200, headers: {}, text: message },
      { ...success, body: { ok: true, new_code: '77665', card_number: '99887', key: apiKey } },
    ]
    for (const response of responses) {
      const { error: shown } = await call(client, [response], { maxRetries: 0 })
      assertSecret(shown, [apiKey, pin, '77665', '99887'])
    }
    const { error: rejected } = await call(client, responses, { maxRetries: 0 })
    assert.ok(rejected.message.includes(uuid))
    const { fetch } = createFetch(responses)
    const result = (await client
      .createSeamClient({ apiKey, endpoint, fetch })
      .call(operationOf(client), body)
      .asResult()) as Json
    assert.deepEqual(result.error.data, { code: '…', number: '…', key: '…', is_new: true, other: 12, list: ['…'] })
    const byPath = (await (
      client.createFetchClient({ apiKey, endpoint, fetch: createFetch(responses.slice(1)).fetch }) as Json
    ).POST('/x', { body })) as Json
    assert.equal(byPath.error, `… and … of ${uuid}`)
  },
  async 'a PIN code is hidden as a word of its own'(client) {
    const rows = [
      [`a${pin} ${pin}b -${pin}`, `a${pin} ${pin}b -…`],
      [`${pin}-a ${pin}- "${pin}"`, '…-a …- "…"'],
      [`a-${pin} \\n${pin}`, 'a-… \\n…'],
      [`${pin} ${pin} ${pin} ${pin}`, '… … … …'],
    ]
    for (const [text, shown] of rows) {
      const { error } = await call(client, [{ status: 500, headers: {}, text: text! }])
      assert.equal(error.text, shown)
    }
    const text = `id ${requestId} 12 undefined`
    const { fetch } = createFetch([{ status: 500, headers: {}, text }])
    const kept = (await client
      .createSeamClient({ apiKey, endpoint, fetch })
      .call(bodylessOf(client))
      .catch(Object)) as Json
    assert.equal(kept.text, text)
  },
  async 'no error of a connection or of a header shows the key'(client) {
    const fetch = async () => {
      throw Object.assign(new TypeError(`no ${apiKey}`), { cause: { code: 'ECONNRESET', apiKey } })
    }
    assertSecret((await call(client, [], { fetch })).error)
    for (const headers of [{ 'x-secret': `${pin}\n1` }, { [`${pin}\n`]: '1' }, { 'x-secret': 'é' }]) {
      assert.throws(
        () => client.createSeamClient({ apiKey, headers }),
        (error: Error) =>
          error instanceof client.SeamError &&
          !error.message.includes(pin) &&
          error.message.includes('forbidden character'),
      )
    }
    const create = (headers: Record<string, string>) => () => client.createSeamClient({ apiKey, headers })
    assert.throws(create({ 'x-secret': '\n' }), /^SeamError: The header `x-secret` has a forbidden character\.$/)
    assert.throws(create({ 'x secret': '1' }), /^SeamError: The header has a forbidden character\.$/)
    const { error, sent } = await call(client, [success], {
      onRequest: ({ headers }: Json) => void (headers.x = `${pin}\n1`),
    })
    assert.equal(sent.length, 0)
    assert.ok(error instanceof client.SeamError)
    assertSecret(error)
  },
  async 'a printed client does not show the key'(client) {
    assertSecret({ stack: '', seam: new client.Seam({ apiKey }) })
  },
  async 'the excerpt of a response is short, and shows which values it leaves out'(client) {
    const codes = { new_code: '77665', card_number: '99887', name: 'D' }
    const { error: shown } = await call(client, [{ status: 500, headers: {}, text: JSON.stringify(codes, null, 1) }])
    assert.equal(shown.text, '{"new_code":"…","card_number":"…","name":"D"}')
    const { error } = await call(client, [{ status: 500, headers: {}, text: 'x'.repeat(999) }])
    assert.equal(error.text, 'x'.repeat(200))
  },
  async 'a personal access token goes with its workspace'(client) {
    const options = { apiKey: undefined, personalAccessToken: token, workspaceId: uuid }
    const { sent } = await call(client, [success], options)
    assert.equal(sent[0]!.headers['authorization'], `Bearer ${token}`)
    assert.equal(sent[0]!.headers['seam-workspace'], uuid)
    const withKey = await call(client, [success])
    assert.equal(withKey.sent[0]!.headers['seam-workspace'], undefined)
    const { fetch, sent: own } = createFetch([success])
    await client
      .createSeamClient({ apiKey, endpoint, fetch })
      .call(operationOf(client), body, { personalAccessToken: token, workspaceId: uuid })
    assert.equal(own[0]!.headers['seam-workspace'], uuid)
  },
  async 'what cannot authenticate is rejected, with what to do'(client) {
    const rows: [Json, RegExp][] = [
      [{ apiKey: 'seam_cst_1' }, /^`apiKey` is a client session token/],
      [{ apiKey: 'seam_pk_1' }, /^`apiKey` is .* publishable key/],
      [{ apiKey: 'seam_at_1' }, /personal access token/],
      [{ apiKey: 'seam_key\n' }, /^`apiKey` has a space/],
      [{ apiKey, personalAccessToken: token, workspaceId: uuid }, /not both/],
      [{ personalAccessToken: token }, /No workspaceId: pass it/],
      [{ workspaceId: uuid, apiKey }, /not both/],
      [{ workspaceId: uuid }, /No personalAccessToken: pass it/],
      [{ personalAccessToken: 'seam_at\n', workspaceId: uuid }, /`personalAccessToken` has/],
    ]
    for (const [options, message] of rows) {
      assert.throws(
        () => client.createSeamClient(options),
        (error: Error) =>
          error instanceof client.SeamError && message.test(error.message) && !/_1|seam_key/.test(error.message),
      )
    }
    assert.throws(() => client.createSeamClient({ personalAccessToken: '', workspaceId: '' }), /No apiKey/)
    const none = await call(client, [success], { apiKey: () => '' })
    assert.match(none.error.message, /No apiKey: pass it as `new Seam\(\{ apiKey \}\)` or set SEAM_API_KEY\./)
    const noWorkspace = await call(client, [success], {
      apiKey: undefined,
      personalAccessToken: token,
      workspaceId: () => '',
    })
    assert.match(noWorkspace.error.message, /No workspaceId: pass it as `new Seam\(\{ workspaceId \}\)`\./)
  },
  async 'a function that gets the key is asked once, and again when the key is rejected'(client) {
    const keys = ['seam_old', 'seam_new', 'seam_newer']
    let asked = 0
    const { fetch, sent } = createFetch([
      success,
      success,
      createErrorResponse(401),
      success,
      createErrorResponse(401),
      createErrorResponse(401),
      success,
    ])
    const caller = client.createSeamClient({ apiKey: async () => keys[asked++]!, endpoint, fetch })
    const run = () => caller.call(operationOf(client), body)
    await Promise.all([run(), run()])
    assert.equal(asked, 1)
    await run()
    assert.equal(asked, 2)
    assert.deepEqual(
      sent.map(({ headers }) => headers['authorization']),
      ['Bearer seam_old', 'Bearer seam_old', 'Bearer seam_old', 'Bearer seam_new'],
    )
    await assert.rejects(run(), (error: Json) => error.status === 401)
    assert.equal(sent.length, 6)
    assert.equal((await call(client, [createErrorResponse(401), success])).sent.length, 1)
    const soon = { 'retry-after-ms': '1' }
    const tries = await call(client, [createErrorResponse(401), createErrorResponse(429, soon)], {
      apiKey: () => apiKey,
      maxRetries: 1,
    })
    assert.equal(tries.sent.length, 3)
  },
  async 'a key that was rejected twice at once is asked for once'(client) {
    let asked = 0
    const { fetch, sent } = createFetch([createErrorResponse(401), createErrorResponse(401), success])
    const caller = client.createSeamClient({ apiKey: async () => `seam_${asked++}`, endpoint, fetch })
    await Promise.all([caller.call(bodylessOf(client)), caller.call(bodylessOf(client))])
    assert.deepEqual([asked, sent.length], [2, 4])
  },
  async 'a key that is rejected late does not take the place of a newer one'(client) {
    let asked = 0
    const late = Promise.withResolvers<void>()
    let sent = 0
    const fetch = async () => {
      const count = sent++
      if (count === 1) await late.promise
      return count < 2 ? new Response('', { status: 401 }) : Response.json(success.body)
    }
    const caller = client.createSeamClient({ apiKey: async () => `seam_${asked++}`, endpoint, fetch })
    const calls = [caller.call(bodylessOf(client)), caller.call(bodylessOf(client))]
    await calls[0]
    late.resolve()
    await calls[1]
    assert.deepEqual([asked, sent], [2, 4])
  },
  async 'a key that could not be got is asked for again'(client) {
    let asked = 0
    const getKey = async () => {
      if (asked++ === 0) throw new Error('vault')
      return apiKey
    }
    const { fetch, sent } = createFetch([success])
    const caller = client.createSeamClient({ apiKey: getKey, endpoint, fetch })
    await assert.rejects(caller.call(bodylessOf(client)), /vault/)
    await caller.call(bodylessOf(client))
    const late = client.createSeamClient({ apiKey: () => new Promise(() => {}), endpoint, fetch, deadline: 25 })
    const soon = new Promise<Json>((_, reject) => setTimeout(reject, 200, new Error('it does not end')))
    await assert.rejects(
      Promise.race([late.call(bodylessOf(client)), soon]),
      (error: Error) => error instanceof client.SeamTimeoutError && error.message.includes('no key within'),
    )
    const wrong = client.createSeamClient({ apiKey: () => 'seam_pk_1', endpoint, fetch })
    await assert.rejects(wrong.call(bodylessOf(client)), client.SeamError)
    assert.equal(sent.length, 1)
  },
}
