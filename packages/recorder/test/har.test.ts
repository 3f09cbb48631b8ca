import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import type { Har } from 'har-format'
import { expect, test } from 'vitest'
import { fromHar, toHar } from '../src/har.ts'
import type { Json } from '@seam-acs/spec/model'
import type { Recording, RecordingFile } from '../src/recording/index.ts'
import { createFolder, key, readCard, readFolder, run } from './helpers.ts'
import { contract } from './small-contract.ts'

/** What HAR 1.2 says of the objects that we write: the required fields, and no others except those that begin with `_`. */
const har = object({
  log: object({ version: { const: '1.2' }, creator: strings('name', 'version'), entries: list(describeEntry()) }),
})

function describeEntry(): Json {
  const integer = { type: 'integer' }
  const dateTime = { pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$` }
  const message = {
    httpVersion: { type: 'string' },
    cookies: { type: 'array', maxItems: 0 },
    headers: list(strings('name', 'value')),
    headersSize: integer,
    bodySize: integer,
  }
  const request = {
    ...message,
    method: { type: 'string' },
    url: { pattern: '^https://' },
    queryString: list(strings('name', 'value')),
  }
  const content = object({ size: integer, mimeType: { type: 'string' }, text: { type: 'string' } })
  const texts = { statusText: { type: 'string' }, redirectURL: { type: 'string' } }
  return object({
    startedDateTime: dateTime,
    time: integer,
    request: object(request, { postData: strings('mimeType', 'text') }),
    response: object({ ...message, ...texts, status: integer, content }),
    cache: object({}),
    timings: object({ send: integer, wait: integer, receive: integer }),
  })
}

function object(properties: Json, optional: Json = {}): Json {
  const required = Object.keys(properties)
  const custom = { '^_': {} }
  return {
    type: 'object',
    required,
    properties: { ...properties, ...optional },
    patternProperties: custom,
    additionalProperties: false,
  }
}

function strings(...names: string[]): Json {
  return object(Object.fromEntries(names.map((name) => [name, { type: 'string' }])))
}

function list(items: Json): Json {
  return { type: 'array', items }
}

const validate = new Ajv2020({ strict: false }).compile(har)

/** As a HAR file holds them: through its text. */
const write = (files: RecordingFile[]): Har => JSON.parse(JSON.stringify(toHar(contract, files)))
const read = (content: Har) => fromHar(contract, content).map(({ file, recording }) => ({ file, recording }))

test('a recording survives its HAR file unchanged', () => {
  const recordings = [{ file: 'acs_credentials_create/200-card.json', recording: readCard() }]
  const content = write(recordings)
  expect(read(content)).toEqual(recordings)
  expect(write(read(content) as RecordingFile[])).toEqual(content)
})

test('the HAR file has what HAR 1.2 requires, and nothing that it does not know', () => {
  const content: Json = write([{ file: 'acs_credentials_create/200-card.json', recording: readCard() }])
  expect([validate(content), validate.errors]).toEqual([true, null])
  for (const name of ['startedDateTime', 'cache', 'request']) {
    const changed = structuredClone(content)
    delete changed.log.entries[0][name]
    expect(validate(changed)).toBe(false)
  }
  content.log.entries[0].request.more = 1
  expect(validate(content)).toBe(false)
})

// JSON itself has no -0, and vitest tells it from 0.
const body = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('{}', '404', '{"a":1,"a":2}', 'null'),
)
const anyMessage = fc
  .record({
    headers: fc.oneof(
      fc.constantFrom({}, { 'content-type': 'application/json' }, { 'content-type': 'text/plain; charset=utf-8' }),
      fc.dictionary(fc.stringMatching(/^[a-z-]{1,9}$/), fc.string()),
    ),
    body: fc.option(body, { nil: undefined }),
    text: fc.option(text, { nil: undefined }),
  })
  .map((parts) => ({
    headers: parts.headers,
    ...(parts.body === undefined ? parts.text !== undefined && { text: parts.text } : { body: parts.body }),
  }))
const anyFile = fc.record({
  file: fc.string(),
  recording: fc.record({
    recorded: fc.record({
      source: fc.constantFrom('documentation' as const, 'live' as const),
      from: fc.string(),
      at: fc.constantFrom('2026-11-22', '1999-01-01'),
      changes: fc.array(fc.string()),
    }),
    request: fc
      .tuple(fc.constantFrom('GET', 'POST', 'DELETE'), fc.webPath(), anyMessage)
      .map(([method, path, rest]) => ({ method, path: `/${path}`, ...rest })),
    response: fc.tuple(fc.integer({ min: 100, max: 599 }), anyMessage).map(([status, rest]) => ({ status, ...rest })),
  }),
})

test('any recording survives a valid HAR file unchanged: raw bodies, empty ones, and missing types', () => {
  fc.assert(
    fc.property(fc.array(anyFile, { maxLength: 3 }), (files) => {
      const content = write(files)
      expect(validate(content)).toBe(true)
      expect(read(content)).toEqual(files.map((file) => JSON.parse(JSON.stringify(file))))
    }),
    { numRuns: 300 },
  )
})

test('`--har` writes all recordings without a key', async () => {
  const card = readCard()
  const folder = await createFolder({ 'acs/200-card.json': card, 'acs/draft.json': { request: card.request } })
  const { exitCode, output } = await run(['--har', `${folder.pathname}all.har`], {
    folder,
    env: { SEAM_API_KEY: undefined },
  })
  expect(output).toMatch(/^wrote 1 recordings to /)
  expect(exitCode).toBe(0)
  const files = await readFolder(folder)
  expect(read(files['all.har'])).toEqual([{ file: 'acs/200-card.json', recording: card }])
})

/** As a browser writes it. */
function createEntry(change: (entry: Json) => void = () => {}): Json {
  const headers = [
    { name: 'Authorization', value: `Bearer ${key}` },
    { name: ':method', value: 'POST' },
    { name: 'Content-Type', value: 'application/json' },
  ]
  const message = {
    httpVersion: 'h2',
    cookies: [{ name: 'a', value: 'Cookie-Canary-1' }],
    headersSize: -1,
    bodySize: -1,
  }
  const response = {
    error: { type: 'invalid_input', message: `Cookie-Canary-1, "Ada Jones" has no ${key}.` },
    ok: false,
  }
  const written = {
    startedDateTime: '2026-11-20T10:00:00.000+01:00',
    time: 12.5,
    request: {
      ...message,
      method: 'POST',
      url: `https://connect.getseam.com/acs/users/create?api_key=${key}`,
      headers,
      queryString: [],
      postData: { mimeType: 'application/json', text: '{"full_name":"Ada Jones"}' },
    },
    response: {
      ...message,
      status: 400,
      statusText: '',
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'set-cookie', value: 'a=1' },
      ],
      content: {
        size: 1,
        mimeType: 'application/json',
        encoding: 'base64',
        text: Buffer.from(JSON.stringify(response)).toString('base64'),
      },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  }
  change(written)
  return written
}

async function importEntries(args: string[], entries: Json[], endpoint?: string) {
  const content = { log: { version: '1.2', creator: { name: 'a', version: '1' }, entries } }
  const from = await createFolder({ 'other.har': content })
  const folder = await createFolder({})
  const env = { SEAM_API_KEY: undefined, SEAM_ENDPOINT: endpoint }
  const result = await run(['--from-har', `${from.pathname}other.har`, ...args], { folder, env })
  return { ...result, files: await readFolder(folder) }
}

const expected: Recording = {
  recorded: { source: 'live', from: 'connect.getseam.com', at: '2026-11-20' },
  request: {
    method: 'POST',
    path: '/acs/users/create?api_key=api_key-1',
    headers: { 'content-type': 'application/json' },
    body: { full_name: 'full_name-1' },
  },
  response: {
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: { error: { type: 'invalid_input', message: 'redacted, "full_name-1" has no redacted.' }, ok: false },
  },
}

test("an exchange of another tool's HAR file is redacted and shown, and written with `--write`", async () => {
  const shown = await importEntries([], [createEntry()])
  const name = 'acs_users_create/400-invalid-input.json'
  expect(shown).toEqual({
    exitCode: 0,
    output: `1 of 1 entries have the host connect.getseam.com.\n${name}, written with --write:\n${JSON.stringify(expected, null, 2)}\n
Replaced: header or stack trace left out × 2, name or other text × 2. Read what you commit.`,
    files: {},
  })
  const both = await importEntries([], [createEntry(), createEntry()])
  expect(both.output).toContain('acs_users_create/400-invalid-input-2.json, written with --write')
  const written = await importEntries(['--write'], [createEntry(), createEntry()])
  expect(written.files).toEqual({ [name]: expected, 'acs_users_create/400-invalid-input-2.json': expected })
})

test('preflight requests and requests without a response are left out', async () => {
  const others = [
    createEntry(({ request }) => (request.url = 'https://statistics.example.com/collect')),
    createEntry(({ request }) => (request.method = 'OPTIONS')),
    createEntry(({ response }) => (response.status = 0)),
  ]
  const { output, files } = await importEntries(['--write'], [...others, createEntry()])
  expect(output).toMatch(/^1 of 4 entries have the host connect\.getseam\.com\./)
  expect(Object.keys(files)).toHaveLength(1)
  const { exitCode, output: reason } = await importEntries([], others.slice(0, 1))
  expect(reason).toBe('None of the 1 entries has the host connect.getseam.com: set SEAM_ENDPOINT.')
  expect(exitCode).toBe(2)
})

test('an exchange of another host gets the source that the options name', async () => {
  const entry = createEntry(({ request }) => (request.url = 'http://localhost:3000/acs/users/create'))
  const said = ['--source', 'vendor-fake', '--from', 'a fake', '--write']
  const { files } = await importEntries(said, [entry], 'http://localhost:3000')
  expect(Object.values(files)).toMatchObject([
    { recorded: { source: 'vendor-fake', from: 'a fake', at: '2026-11-20' } },
  ])
  const { exitCode, output } = await importEntries([], [entry], 'http://localhost:3000')
  expect(output).toContain('localhost:3000 is not the live API. Say what it is')
  expect(exitCode).toBe(2)
})

test('a form without a text is read from its parameters', async () => {
  const params = [{ name: 'code', value: '4711' }]
  const { files } = await importEntries(
    ['--write'],
    [
      createEntry(({ request }) => {
        request.postData = { mimeType: 'application/x-www-form-urlencoded', params }
        request.headers = []
      }),
    ],
  )
  const [{ request }] = Object.values(files)
  expect(request.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' })
  expect(request.text).toMatch(/^code=(?!4711)\d{4}$/)
})

test('an entry with half a character in a header is read', async () => {
  const { exitCode, output } = await importEntries(
    [],
    [createEntry(({ request }) => (request.headers[0].value = 'Canary-\ud83d'))],
  )
  expect(exitCode).toBe(0)
  expect(output).not.toContain('Canary')
})

test.each<[string, Json[] | undefined, string]>([
  ['without entries', undefined, 'This is not a HAR file: it has no `log.entries`.'],
  ['with an invalid entry', [{ request: { url: key } }], 'Entry 0 of the HAR file is not valid HAR 1.2.'],
  ...(
    [
      ['a text that is an object', ({ response }) => (response.content.text = { [key]: 1 })],
      ['a header that is a number', ({ request }) => (request.headers[0].value = 7)],
      ['a header without a value', ({ response }) => delete response.headers[0].value],
      ['no cookies', ({ response }) => delete response.cookies],
      ['a time that is not one', (entry) => (entry.startedDateTime = key)],
      ['a status that is a text', ({ response }) => (response.status = key)],
    ] satisfies [string, (entry: Json) => void][]
  ).map(([name, change]): [string, Json[], string] => [
    `with ${name}`,
    [createEntry(change)],
    'Entry 0 of the HAR file is not valid HAR 1.2.',
  ]),
])('a HAR file %s is rejected without being quoted', async (_, entries, reason) => {
  expect(await importEntries([], entries!)).toEqual({ exitCode: 2, output: reason, files: {} })
})
