/**
 * Calls the mock in all ways that its README describes. Throws when something differs from that.
 *
 * @param {typeof import('@seam-acs/mock').createMock} createMock
 * @returns {Promise<string>} What has to be the same in every runtime.
 */
export async function runMock(createMock) {
  const now = () => new Date('2025-06-16T16:54:17.946Z')
  const acs_user_id = '0fc82df4-391b-4d00-a234-86378f1c3952'
  const mock = createMock({ seed: 7, now })
  const post = (body, headers = {}) =>
    mock.fetch('https://connect.getseam.com/acs/credentials/create', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json', ...headers },
      body: typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body,
    })
  const seen = []
  const check = (what, actual, expected) => {
    seen.push(actual)
    if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`)
  }

  const created = await post({ access_method: 'code', acs_user_id })
  check('create', created.status, 200)
  const { acs_credential: credential } = await created.json()
  seen.push(credential, created.headers.get('seam-request-id'))
  check('kept', mock.credentials.length, 1)

  const refused = await post({ access_method: 'code', ends_at: 'tomorrow' })
  check('refuse', refused.status, 400)
  check(
    'problems',
    (await refused.json()).error.message.split(',')[0],
    '2 Input Errors: Invalid datetime for "ends_at"',
  )
  check('no key', (await post({}, { authorization: '' })).status, 401)
  check('invalid JSON', await (await post('{')).text(), 'Invalid JSON')

  check('prefer a status', (await post({ access_method: 'code', acs_user_id }, { prefer: 'code=429' })).status, 429)
  const example = await post({ access_method: 'mobile_key', acs_user_id }, { prefer: 'example=mobile_key' })
  check('prefer an example', (await example.json()).acs_credential.access_method, 'mobile_key')
  const dropped = await post({ access_method: 'code', acs_user_id }, { prefer: 'fault=drop' }).catch((error) => error)
  check('a broken connection', dropped instanceof TypeError, true)
  const cut = await post({ access_method: 'code', acs_user_id }, { prefer: 'fault=cut' })
  check(
    'half a body',
    await cut.text().then(
      () => 'whole',
      () => 'cut',
    ),
    'cut',
  )
  const zip = new Response(JSON.stringify({ access_method: 'code', acs_user_id })).body
  const bytes = new Uint8Array(await new Response(zip.pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
  check('a compressed body', (await post(bytes, { 'content-encoding': 'gzip' })).status, 200)
  check('an unknown coding', (await post('{}', { 'content-encoding': 'none-such' })).status, 415)

  mock.reset()
  check(
    'again',
    await (await post({ access_method: 'code', acs_user_id })).text(),
    JSON.stringify({ acs_credential: credential, ok: true }),
  )
  return JSON.stringify(seen)
}
