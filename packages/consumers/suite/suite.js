// The contract suite of a consumer: plain ES2020 without imports, so that it runs in every set-up as it is.
// A set-up passes the modules that it has loaded, the recorded cases, and a way to reach them.

const apiKey = 'seam_test_key'
const body = { access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }
const credential = { ok: true, acs_credential: { acs_credential_id: '1', display_name: 'Card' } }
const json = { 'content-type': 'application/json' }

/** Responses other than the recorded ones, by the first part of the path. */
const replies = {
  cut: () => ({ fault: 'cut' }),
  drop: () => ({ fault: 'drop' }),
  hang: () => ({ fault: 'hang' }),
  html: () => ({ status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Bad gateway</h1>' }),
  redirect: () => ({ status: 307, headers: { location: '/success/acs/credentials/create' }, text: '' }),
  retry: (count) => (count === 1 ? { status: 429, headers: { 'retry-after': '0' }, text: '' } : replies.success()),
  success: () => ({ status: 200, headers: json, text: JSON.stringify(credential) }),
}

/**
 * The other end of the suite: gives the recorded response to the recorded request, and a 599 to any other.
 * A server, a `fetch` or an interceptor calls it with `{ method, url, authorization, body }`.
 */
export function createResponder(cases) {
  const counts = new Map()
  return ({ method, url, authorization, body: text }) => {
    const [, name, path] = /^(?:https?:\/\/[^/]+)?\/([\w-]+)(\/.*)$/.exec(url)
    counts.set(name, (counts.get(name) || 0) + 1)
    const [kind, index] = name.split('-')
    if (kind !== 'case') return replies[kind](counts.get(name))
    const { request, response } = cases[index]
    const found = { method, path, authorization, text: text || '' }
    const wanted = { method: request.method, path: request.path, authorization: `Bearer ${apiKey}`, text: request.text }
    const difference = findDifference(wanted, found)
    return difference ? { status: 599, headers: {}, text: difference } : response
  }
}

/** A `fetch` that asks a responder, for set-ups without a network. Its responses need no global `Response`. */
export function createFetch(respond) {
  return async (url, { method, headers, body: text, signal }) => {
    const reply = respond({ method, url: String(url), authorization: headers.authorization, body: text })
    if (reply.fault === 'drop') throw new TypeError('fetch failed')
    if (reply.fault === 'hang')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    return reply.fault === 'cut' ? createCutResponse() : createResponse(reply)
  }
}

function createResponse({ status, headers, text }) {
  const hasBody = status !== 204 && status !== 304
  return typeof Response === 'function'
    ? new Response(hasBody ? text : null, { status, headers })
    : createPlainResponse(status, headers, async () => text)
}

function createCutResponse() {
  const fail = () => {
    throw new TypeError('terminated')
  }
  return typeof Response === 'function'
    ? new Response(new ReadableStream({ pull: fail }), { status: 200, headers: json })
    : createPlainResponse(200, json, async () => fail())
}

function createPlainResponse(status, headers, text) {
  const received = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const get = (name) => (received.has(name.toLowerCase()) ? received.get(name.toLowerCase()) : null)
  return { ok: status >= 200 && status < 300, status, type: 'default', headers: { get }, body: null, text }
}

/**
 * Runs every row.
 *
 * @param {Record<string, any>} modules `client`, `pathClient`, `validation`, `mock` and `contract`: what the entries of the packages export.
 * @param {{ cases: any[], runMock: Function, mockResult: string, endpoint?: string, fetch?: Function, without?: string[] }} options `cases`, what `runMock` has to give, the `endpoint` of a responder, perhaps a `fetch`, and the rows to leave out by name.
 * @returns How many rows passed, and a line for each that failed.
 */
export async function runSuite(modules, options) {
  const { cases, endpoint = 'http://localhost', fetch, without = [] } = options
  const connect = (name, more) => ({
    apiKey,
    endpoint: `${endpoint}/${name}`,
    maxRetries: 0,
    ...(fetch && { fetch }),
    ...more,
  })
  const furtherRows = listFurtherRows(modules, connect, options)
  const unknown = without.filter((name) => !furtherRows.some(([known]) => known === name))
  if (unknown.length > 0) throw new Error(`The suite has no row ${unknown}.`)
  const rows = [
    ...cases.map((each, index) => [each.name, () => replay(modules, each, connect(`case-${index}`))]),
    ...furtherRows.filter(([name]) => !without.includes(name)),
  ]
  const failures = []
  let passed = 0
  for (const [name, run] of rows) {
    let difference
    try {
      difference = await run()
    } catch (error) {
      difference = `threw ${(error && error.stack) || error}`
    }
    if (difference) failures.push(`${name}: ${difference}`)
    else passed++
  }
  return { passed, failures }
}

/** Sends a recorded request, and compares what comes out with the recording. */
async function replay({ client, pathClient }, { surface, names, given, request, outcome }, settings) {
  const send = {
    async method() {
      return { returned: await callMethod(client, names, given, settings) }
    },
    async asResult() {
      const { response, ...result } = await callMethod(client, names, given, settings).asResult()
      const text = response && (await response.text())
      return { ...result, ...(result.status === 'unexpected' && { error: describe(client, result.error) }), body: text }
    },
    async path() {
      const { data, error, response } = await pathClient.createFetchClient(settings).POST(request.path, {
        headers: request.headers,
        body: request.text,
        bodySerializer: (content) => content,
      })
      return { data, error: error === '' ? undefined : error, status: response.status }
    },
  }
  const found = await send[surface]().catch((error) => ({ thrown: describe(client, error) }))
  const difference = findDifference(outcome, found)
  return difference && found.thrown ? `${difference}, but threw ${JSON.stringify(found.thrown)}` : difference
}

/** `seam.acs.credentials.create(…)` for `['acs', 'credentials', 'create']`. */
function callMethod({ Seam }, names, given, settings) {
  const parent = names.slice(0, -1).reduce((node, name) => node[name], new Seam(settings))
  return parent[names[names.length - 1]](...given)
}

function listFurtherRows({ client, pathClient, validation, mock, contract }, connect, { runMock, mockResult }) {
  const create = (name, more, ...others) =>
    new client.Seam(connect(name, more)).acs.credentials.create(...(others.length > 0 ? others : [body]))
  const fails = (className, run) => async () => {
    const error = await run().then(
      () => new Error('it succeeded'),
      (reason) => reason,
    )
    if (!(error instanceof client[className])) return `not a ${className}: ${error && error.stack}`
    if (!(error instanceof client.SeamError)) return 'the class SeamError exists twice'
    if (!client.isSeamError(error)) return 'isSeamError does not recognize the error'
    return JSON.stringify(error).includes(apiKey) ? 'the error has the key' : undefined
  }
  return [
    ['success', async () => findDifference(credential.acs_credential, await create('success'))],
    ['retry', async () => findDifference(credential.acs_credential, await create('retry', { maxRetries: 1 }))],
    ['html', fails('SeamApiError', () => create('html'))],
    ['redirect', fails('SeamResponseError', () => create('redirect'))],
    ['cut', fails('SeamResponseError', () => create('cut'))],
    ['drop', fails('SeamConnectionError', () => create('drop'))],
    ['hang', fails('SeamTimeoutError', () => create('hang', { timeout: 20 }))],
    // Port 9 is `discard`, on which nothing listens.
    ['refused', fails('SeamConnectionError', () => create('', { endpoint: 'http://127.0.0.1:9' }))],
    [
      'wrong option',
      fails('SeamError', async () => new client.Seam({ apiKey: 'seam_pk_1', endpoint: 'http://localhost' })),
    ],
    [
      'abort',
      async () => {
        const controller = new AbortController()
        controller.abort('stop')
        const reason = await create('success', {}, body, { signal: controller.signal }).catch((error) => error)
        return findDifference('stop', reason)
      },
    ],
    [
      'validator',
      fails('SeamRequestError', () =>
        create('success', { validate: 'both', validator: validation.validator }, { ...body, acs_user_id: 1 }),
      ),
    ],
    [
      'validated response',
      fails('SeamResponseError', () => create('success', { validate: 'response', validator: validation.validator })),
    ],
    [
      'wrong option of the path client',
      fails('SeamError', async () =>
        pathClient.createFetchClient({ apiKey: 'seam_pk_1', endpoint: 'http://localhost' }),
      ),
    ],
    [
      'mock',
      async () => {
        const { fetch, credentials } = mock.createMock()
        const created = await new client.Seam({ apiKey, endpoint: 'http://localhost', fetch }).acs.credentials.create(
          body,
        )
        return findDifference(
          [created.acs_credential_id],
          credentials.map((each) => each.acs_credential_id),
        )
      },
    ],
    ['every response of the mock', async () => findDifference(mockResult, await runMock(mock.createMock))],
    [
      'contract',
      async () => {
        const { fetch } = contract.createMockFor({ operations: [], schemas: {} })
        const seam = new client.Seam({ apiKey, endpoint: 'http://localhost', fetch })
        return fails('SeamApiError', () => seam.acs.credentials.create(body))()
      },
    ],
  ]
}

const errorClasses = [
  'SeamApiError',
  'SeamConnectionError',
  'SeamRequestError',
  'SeamResponseError',
  'SeamTimeoutError',
]

function describe(client, error) {
  if (!(error instanceof client.SeamError)) return { is: `${(error && error.stack) || error}` }
  const { name, status, type, requestId, validationErrors } = error
  const is = errorClasses.filter((each) => error instanceof client[each])
  return { is, name, status, type, requestId, validationErrors }
}

/** The first difference between two values as JSON; undefined if there is none. */
function findDifference(wanted, found, path = '') {
  const isObject = (value) => typeof value === 'object' && value !== null
  if (isObject(wanted) && isObject(found)) {
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const difference = findDifference(wanted[name], found[name], `${path}/${name}`)
      if (difference) return difference
    }
    return undefined
  }
  return wanted === found ? undefined : `${path} is ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`
}
