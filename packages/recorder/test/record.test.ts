import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ServedResponse } from '../src/loopback-server.ts'
import { createHashExchange } from '../src/recording/exchange-hash.ts'
import type { Json } from '@seam-acs/spec/model'
import { pnpm } from '@seam-acs/runner/command'
import { createFolder, json, key, readCard, readFolder, run, startServer } from './helpers.ts'
import { contract } from './small-contract.ts'

const file = 'acs_credentials_create/200-card.json'
const vendor = ['--write', '--source', 'vendor-fake', '--from', 'a server of the test']
const newId = 'ffffffff-0000-4000-a000-0123456789ab'

/** The command over one recording, against a server whose response differs by one change. */
async function runChanged(args: string[], change: (response: Json, sent: Json) => void) {
  const card = readCard()
  const folder = await createFolder({ [file]: card })
  const server = await startServer(({ body }) => {
    const response = structuredClone(card.response)
    change(response, JSON.parse(body))
    return response
  })
  const result = await run(args, { folder, endpoint: server.endpoint })
  return { ...result, card, server, files: await readFolder(folder) }
}

test('an identical response is not drift, and the recorded request is sent once, with the key', async () => {
  const { exitCode, output, card, server, files } = await runChanged([], () => {})
  expect(output).toBe(`200  ${file}  0 ms\n1 exchange, no drift.`)
  expect(exitCode).toBe(0)
  expect(server.received).toMatchObject([
    { method: 'POST', path: card.request.path, headers: { authorization: `Bearer ${key}`, ...card.request.headers } },
  ])
  expect(JSON.parse(server.received[0]!.body)).toEqual(card.request.body)
  expect(files).toEqual({ [file]: card })
})

test.each<[string, (response: Json) => void, string]>([
  ['a new property', ({ body }) => (body.acs_credential.unheard_of = 5), '+ /acs_credential/unheard_of number'],
  ['a lost property', ({ body }) => delete body.acs_credential.is_issued, '- /acs_credential/is_issued boolean'],
  [
    'another type',
    ({ body }) => (body.acs_credential.card_number = 164),
    'type changed /acs_credential/card_number string → number',
  ],
  [
    'a property that is null',
    ({ body }) => (body.acs_credential.issued_at = null),
    'type changed /acs_credential/issued_at date-time with 6 decimals → null',
  ],
  [
    'less precise date-times',
    ({ body }) => (body.acs_credential.created_at = '2025-06-16T16:54:17.946Z'),
    'type changed /acs_credential/created_at date-time with 6 decimals → date-time with 3 decimals',
  ],
  [
    'an id that is not a uuid',
    ({ body }) => (body.acs_credential.workspace_id = 'seed_workspace_1'),
    'type changed /acs_credential/workspace_id uuid → string',
  ],
  [
    'a property in the items of an array',
    ({ body }) => body.acs_credential.errors.push({ error_code: 'lost' }),
    '+ /acs_credential/errors/* object',
  ],
  ['another status', (response) => (response.status = 201), 'status changed 200 → 201'],
  [
    'an error response',
    (response) =>
      Object.assign(response, { status: 404, body: { error: { type: 'acs_user_not_found', message: 'No.' } } }),
    'status changed 200 → 404 acs_user_not_found: No.',
  ],
  [
    'another content type',
    ({ headers }) => (headers['content-type'] = 'application/problem+json'),
    'content type changed application/json → application/problem+json',
  ],
])('%s is drift, and nothing is written', async (_, change, line) => {
  const { exitCode, output, card, files } = await runChanged([], change)
  expect(output.split('\n')).toContain(`    ${line}`)
  expect(output).toMatch(/\nReplaced: .+\n1 exchange, 1 with drift\./)
  expect(output).toContain(`\nTo keep the new responses: ${pnpm} record --write`)
  expect(exitCode).toBe(1)
  expect(files).toEqual({ [file]: card })
})

test.each<[string, (response: Json) => void]>([
  ['a known value of an enum', ({ body }) => (body.acs_credential.access_method = 'mobile_key')],
  ['an unknown value of an open enum', ({ body }) => (body.acs_credential.external_type = 'unheard_of_key')],
  ['other names and ids', ({ body }) => Object.assign(body.acs_credential, { display_name: 'A', workspace_id: newId })],
  ['the order of properties', (response) => (response.body = { ok: true, ...response.body })],
  ['a charset', ({ headers }) => (headers['content-type'] += '; charset=utf-8')],
])('%s is not drift', async (_, change) => {
  expect((await runChanged([], change)).exitCode).toBe(0)
})

test('the written recording has the shape of the new response and the recorded values', async () => {
  const { exitCode, output, card, files } = await runChanged([file, ...vendor], ({ body }) => {
    Object.assign(body.acs_credential, { acs_credential_id: newId, unheard_of: 'Ada Jones', display_name: 'Ada Jones' })
  })
  expect(output).toContain(`+ /acs_credential/unheard_of string\nwrote ${file}`)
  expect(output).toContain('Replaced: header or stack trace left out × 4, ID × 1, name or other text × 1.')
  expect(exitCode).toBe(0)
  const body: Json = structuredClone(card.response.body)
  body.acs_credential.unheard_of = body.acs_credential.display_name
  expect(files).toEqual({
    [file]: {
      recorded: {
        source: 'vendor-fake',
        from: 'a server of the test',
        at: new Date().toISOString().slice(0, 10),
        operationHash: createHashExchange(contract)({ ...card, response: { ...card.response, body } }),
      },
      request: card.request,
      response: { ...card.response, body },
    },
  })
  expect(Object.keys(files[file].response.body.acs_credential)).toEqual(Object.keys(body.acs_credential))
})

test('a run against the live API warns of what it creates, and marks what it writes as live', async () => {
  const card = readCard()
  const folder = await createFolder({ [file]: card })
  const urls: string[] = []
  const fetch = async (url: string) => {
    urls.push(url)
    return Response.json(card.response.body)
  }
  const { exitCode, output } = await run(['--write'], { folder, fetch })
  expect(output).toMatch(
    /^1 requests go to the live API: what they create or change stays in the workspace of the key\.\n200/,
  )
  expect(exitCode).toBe(0)
  expect(urls).toEqual(['https://connect.getseam.com/acs/credentials/create'])
  expect((await readFolder(folder))[file].recorded).toMatchObject({ source: 'live', from: 'connect.getseam.com' })
  const { output: failure } = await run(vendor, { folder, fetch })
  expect(failure).toContain('No recording has the source vendor-fake')
  const named = await run([file, ...vendor], { folder, fetch })
  expect(named).toEqual({ exitCode: 2, output: 'connect.getseam.com is the live API, not --source vendor-fake.' })
})

const notFound = json(404, { error: { type: 'acs_user_not_found', message: 'No such user.' }, ok: false })

test('another status is kept only if it is named, and then the name of the file has it', async () => {
  const change = (response: Json) => Object.assign(response, notFound)
  const shown = await runChanged([file, ...vendor], change)
  expect(shown.exitCode).toBe(1)
  expect(shown.output).toContain('Nothing was written, because a status has changed. To keep the new responses:')
  expect(shown.output).toMatch(/record --write --accept 404-card\.json$/)
  expect(shown.files).toEqual({ [file]: shown.card })
  const accepted = await runChanged([file, ...vendor, '--accept', '404-card.json'], change)
  expect([accepted.exitCode, Object.keys(accepted.files)]).toEqual([0, ['acs_credentials_create/404-card.json']])
  const mistaken = await runChanged([file, ...vendor, '--accept', '404-cart.json'], change)
  expect(mistaken.output).toContain('No response has the name 404-cart.json, which --accept names.')
  expect([mistaken.exitCode, mistaken.files]).toEqual([2, { [file]: mistaken.card }])
})

const html = { headers: { 'content-type': 'text/html' }, body: undefined, text: '<h1>Maintenance</h1>' }

test.each<[string, object, string]>([
  ['a 503', json(503, { error: { type: 'internal_server_error', message: 'Down.' } }), '503, an error of the server'],
  ['a 500 with an HTML page', { status: 500, ...html }, '500, an error of the server'],
  ['a 429', json(429, { error: { type: 'rate_limit_exceeded', message: 'Slow.' } }), '429, too many requests'],
  ['a redirection', { status: 302, headers: { location: 'https://x.example' }, body: undefined }, '302, a redirection'],
  ['a 200 with an HTML page', { status: 200, ...html }, '200 with a body that is not JSON'],
  ['a 404 with an HTML page', { status: 404, ...html }, '404 with a body that is not JSON'],
  ['an empty 200', { status: 200, headers: {}, body: undefined }, '200 with a body that is not JSON'],
  ['half a JSON body', { body: undefined, text: '{"acs_credential":{"acc' }, '200 with a body that is not JSON'],
])('%s changes no file, not even of calls that succeed, and ends with 2', async (_, outage, reason) => {
  const card = readCard()
  const other = 'acs_credentials_create/200-other.json'
  const folder = await createFolder({ [file]: card, [other]: card })
  const before = await readFolder(folder)
  for (const args of [vendor, [...vendor, '--accept', '503-other.json', '--accept', '200-other.json'], []]) {
    let count = 0
    const { endpoint } = await startServer(() => {
      if (count++ % 2) return { ...card.response, ...outage }
      return { ...card.response, body: { ...card.response.body, more: 1 } }
    })
    const { exitCode, output } = await run([file, other, ...args], { folder, endpoint })
    expect(output).toContain(`1 of 2 exchanges failed, so nothing was written: ${other} (${reason}).`)
    expect(exitCode).toBe(2)
    expect(await readFolder(folder)).toEqual(before)
  }
})

test('a connection that fails changes no file, not even of calls that succeed', async () => {
  const card = readCard()
  const folder = await createFolder({ [file]: card, 'acs_credentials_create/200-other.json': card })
  const before = await readFolder(folder)
  let count = 0
  const fetch = async () => {
    if (count++) throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })
    return Response.json({ ...card.response.body, more: 1 })
  }
  const { exitCode, output } = await run(['--write'], { folder, fetch })
  expect(output).toContain('POST /acs/credentials/create: no response (ECONNRESET)')
  expect(exitCode).toBe(2)
  expect(await readFolder(folder)).toEqual(before)
})

test('a recorded 503 or text may be the same again', async () => {
  const card = readCard()
  const recordings = {
    'a/400-text.json': {
      ...card,
      response: { status: 400, headers: { 'content-type': 'text/plain' }, text: 'Invalid' },
    },
    'a/503-down.json': { ...card, response: { status: 503, headers: {} } },
  }
  const folder = await createFolder(recordings)
  const responses: ServedResponse[] = Object.values(recordings).map(({ response }) => response)
  const { endpoint } = await startServer(() => responses.shift()!)
  const { exitCode, output } = await run(Object.keys(recordings), { folder, endpoint })
  expect(output).toContain('2 exchanges, no drift.')
  expect(exitCode).toBe(0)
})

test('a folder that cannot be written is reported in one sentence, and no file is changed', async () => {
  const card = readCard()
  const folder = await createFolder({ [file]: card, 'draft.json': { request: { ...card.request, path: '/blocked' } } })
  // A file where the folder would be: the superuser may write to every folder.
  await writeFile(new URL('blocked', folder), '{}')
  const before = await readFolder(folder)
  const { endpoint } = await startServer(() => ({ ...card.response, body: { ...card.response.body, more: 1 } }))
  const { exitCode, output } = await run([file, 'draft.json', ...vendor], { folder, endpoint })
  expect(output.split('\n').at(-1)).toMatch(/blocked\/200-draft\.json cannot be written \(E[A-Z]+\)\.$/)
  expect(exitCode).toBe(2)
  expect(await readFolder(folder)).toEqual(before)
})

test('JSON that is nested too deeply is reported in one sentence', async () => {
  const card = readCard()
  const folder = await createFolder({ [file]: card, 'deep.json': { request: card.request } })
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const deepMessage = JSON.stringify({ error: { type: 'invalid_input', message: deep } })
  for (const [status, text] of [
    [200, `{"acs_credential":${deep}}`],
    [400, deepMessage],
  ] as const) {
    const { endpoint } = await startServer(() => ({ status, headers: { 'content-type': 'application/json' }, text }))
    const { exitCode, output } = await run(['deep.json', ...vendor], { folder, endpoint })
    expect(output).toMatch(
      /\nA?.*(response|message) is nested more than 100 levels deep, which is too much to record\.$/,
    )
    expect(exitCode).toBe(2)
  }
  await writeFile(new URL('deep.json', folder), deep)
  const ofFile = await run(['deep.json'], { folder, endpoint: 'http://localhost:1' })
  expect(ofFile.output).toMatch(/deep\.json is nested more than 100 levels deep, which is too much to record\.$/)
})

test('`--set` sends another id, and the recording keeps its own everywhere', async () => {
  const set = ['--set', `acs_user_id=${newId}`, '--set', 'ends_at=2050-01-01T00:00:00.000Z']
  const { exitCode, card, server, files } = await runChanged([file, ...vendor, ...set], ({ body }, sent) => {
    const { acs_user_id, ends_at } = sent
    Object.assign(body.acs_credential, { acs_user_id: acs_user_id.toUpperCase(), ends_at })
    const message = `${acs_user_id} has no right to the door 164d29dc4a09b65f until ${ends_at}`
    body.acs_credential.errors.push({ created_at: '2025-06-16T16:54:17Z', error_code: 'no_right', message })
  })
  expect(exitCode).toBe(0)
  const { acs_user_id, ends_at } = card.request.body
  expect(JSON.parse(server.received[0]!.body)).toMatchObject({
    acs_user_id: newId,
    ends_at: '2050-01-01T00:00:00.000Z',
  })
  expect(files[file].request).toEqual(card.request)
  expect(files[file].response.body.acs_credential).toMatchObject({
    acs_user_id,
    ends_at,
    errors: [{ message: `${acs_user_id} has no right to the door 164d29dc4a09b65f until ${ends_at}` }],
  })
})

test('the items of an array get one value of `--set` each', async () => {
  const draft = { request: { method: 'POST', path: '/acs/credentials/create', body: { ids: ['a', 'b', 'c'] } } }
  const folder = await createFolder({ 'draft.json': draft })
  const { endpoint, received } = await startServer(() => json(200, {}))
  await run(['draft.json', '--set', 'ids=1', '--set', 'ids=2'], { folder, endpoint })
  expect(JSON.parse(received[0]!.body)).toEqual({ ids: ['1', '2', '2'] })
})

test.each<[string, object, ServedResponse, string, object]>([
  [
    'malformed JSON and a response without a content type',
    { method: 'POST', path: '/acs/users/create', text: '{"acs_user_id": 12345, "name": "Ada' },
    { status: 400, headers: {}, text: 'Unexpected end, after "Ada, with 12345' },
    'acs_users_create/400-draft.json',
    {
      request: { text: '{"acs_user_id": 36161, "text-1": "text-2' },
      response: { headers: {}, text: 'Unexpected end, after "text-2, with 36161' },
    },
  ],
  [
    'another content type',
    { method: 'PUT', path: '/acs/users/create', headers: { 'content-type': 'text/plain' }, text: 'type' },
    json(400, { error: { type: 'invalid_content_type', message: 'Send JSON.' }, ok: false }),
    'acs_users_create/400-draft.json',
    { request: { method: 'PUT', headers: { 'content-type': 'text/plain' }, text: 'type' } },
  ],
  [
    'no content type',
    { method: 'POST', path: '/unknown', headers: {}, text: 'type' },
    { status: 404, headers: {}, text: '404' },
    'unknown/404-draft.json',
    { request: { headers: {} }, response: { status: 404, headers: {}, text: '404' } },
  ],
  [
    'another method, no body, and an empty response that asks for a retry',
    { method: 'DELETE', path: '/acs/credentials/create', headers: {} },
    { status: 503, headers: { 'retry-after': '0' } },
    'acs_credentials_create/503-draft.json',
    { request: { method: 'DELETE' }, response: { status: 503, headers: { 'retry-after': '0' } } },
  ],
])('a new request with %s is sent as it is and recorded', async (_, request: Json, response, name, expected) => {
  const folder = await createFolder({ 'draft.json': { request } })
  const { endpoint, received } = await startServer(() => response)
  const accept = response.status >= 500 ? ['--accept', name] : []
  const { exitCode, output } = await run(['draft.json', ...vendor, ...accept], { folder, endpoint })
  expect(output).toContain(`wrote ${name}`)
  expect(exitCode).toBe(0)
  const { method, path, headers = { 'content-type': 'application/json' }, text = '' } = request
  expect(received).toMatchObject([{ method, path, body: text }])
  expect(received[0]!.headers['content-type']).toBe(headers['content-type'])
  expect(await readFolder(folder)).toMatchObject({ [name]: expected })
})

test('a new request is shown and not written without `--write`', async () => {
  const draft = { request: { method: 'POST', path: '/acs/credentials/create', body: { code: '4711' } } }
  const folder = await createFolder({ 'draft.json': draft })
  const { endpoint } = await startServer(() => json(400, { error: { type: 'invalid_input', message: 'No 4711.' } }))
  const { exitCode, output } = await run(['draft.json'], { folder, endpoint })
  expect(output).toMatch(/"type": "invalid_input",\s+"message": "No \d{4}\."/)
  expect(output).not.toContain('4711')
  expect(exitCode).toBe(0)
  expect(await readFolder(folder)).toEqual({ 'draft.json': draft })
})

test.each<[string, string[], Record<string, string | undefined>, string]>([
  ['no key', [], { SEAM_API_KEY: undefined }, 'SEAM_API_KEY is not set. Set it to an API key of a sandbox workspace'],
  ['another kind of key', [], { SEAM_API_KEY: 'sk_1' }, 'SEAM_API_KEY is not an API key: those begin with seam_'],
  ['a session token', [], { SEAM_API_KEY: 'seam_cst1_abc' }, 'SEAM_API_KEY is not an API key'],
  ['an unknown file', ['nowhere.json'], {}, 'There is no file nowhere.json'],
  ['the key in the wrong place', [`${key}.json`], {}, 'There is no file redacted.json'],
  ['an unknown option', ['--wrote'], {}, "Unknown option '--wrote'. See npx"],
  ['half a `--set`', ['--set', 'acs_user_id'], {}, '--set must have the form --set NAME=VALUE.'],
  [
    'a `--set` of a name that no request has',
    ['--set', 'user=1'],
    {},
    'No request has a string named user, which --set names.',
  ],
  ['an unknown source', ['--source', 'live'], {}, '--source must be vendor-fake'],
  ['no source', ['--write'], {}, 'is not the live API. Say what it is'],
  [
    'a remote endpoint over plain http',
    [],
    { SEAM_ENDPOINT: 'http://connect.getseam.com' },
    'SEAM_ENDPOINT must begin with https, so that nobody reads the key.',
  ],
  ['an invalid endpoint', [], { SEAM_ENDPOINT: 'user:secret@host' }, 'SEAM_ENDPOINT must be a complete http'],
])('with %s, nothing is sent, and the output says why', async (_, args, env, reason) => {
  const folder = await createFolder({ [file]: readCard() })
  const { endpoint, received } = await startServer(() => json(200, {}))
  const { exitCode, output } = await run(args, { folder, endpoint, env })
  expect(output).toContain(reason)
  expect(output).not.toContain('secret')
  expect(exitCode).toBe(2)
  expect(received).toEqual([])
})

test('a key that the server rejects ends the run, and nothing is written', async () => {
  const unauthorized = json(401, { error: { type: 'unauthorized', message: `${key} is void` }, ok: false })
  const { exitCode, output, card, files } = await runChanged([file, ...vendor], (response) =>
    Object.assign(response, unauthorized),
  )
  expect(output).toMatch(/rejects the key in SEAM_API_KEY \(401\)/)
  expect(exitCode).toBe(2)
  expect(files).toEqual({ [file]: card })
})

test('without files, recordings of 401, 429 and 5xx are skipped, and other sources are not sent', async () => {
  const card = readCard()
  const withStatus = (status: number) => ({ ...card, response: { ...card.response, status } })
  const ofSource = (source: string) => ({ ...card, recorded: { ...card.recorded, source } })
  const folder = await createFolder({
    'a/200-live.json': ofSource('live'),
    'a/200-made.gen.json': ofSource('synthetic'),
    'a/200-other.json': ofSource('vendor-fake'),
    'a/401-wrong-key.json': withStatus(401),
    'a/429-busy.json': withStatus(429),
    'a/503-down.json': withStatus(503),
  })
  const { endpoint, received } = await startServer(() => card.response)
  const { output } = await run([], { folder, endpoint })
  expect(output.match(/a\/\S+/g)).toEqual([
    'a/401-wrong-key.json',
    'a/429-busy.json',
    'a/503-down.json',
    'a/200-live.json',
  ])
  expect(received).toHaveLength(1)
  const ofVendor = await run(['--source', 'vendor-fake'], { folder, endpoint })
  expect(ofVendor.output).toBe('200  a/200-other.json  0 ms\n1 exchange, no drift.')
})

test('two new files that would get the same name are not written', async () => {
  const { request, response } = readCard()
  const drafts = { 'a/draft.json': { request }, 'b/draft.json': { request } }
  const folder = await createFolder(drafts)
  const { endpoint } = await startServer(() => response)
  const { exitCode, output } = await run([...Object.keys(drafts), ...vendor], { folder, endpoint })
  expect(output).toContain('Two responses would be in acs_credentials_create/200-draft.json: rename one of the files.')
  expect(exitCode).toBe(2)
  expect(await readFolder(folder)).toEqual(drafts)
})

test('an existing file is not overwritten', async () => {
  const card = readCard()
  const folder = await createFolder({ [file]: card, 'card.json': { request: card.request } })
  const { endpoint } = await startServer(() => card.response)
  const { exitCode, output } = await run(['card.json', ...vendor], { folder, endpoint })
  expect(output).toContain(`${file} already exists: rename or remove it.`)
  expect(exitCode).toBe(2)
  expect(await readFolder(folder)).toEqual({ [file]: card, 'card.json': { request: card.request } })
})
