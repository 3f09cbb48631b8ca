import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '@seam-acs/spec/model'
import type { Exchange } from '../src/recording/recording.ts'
import { createKnownSchemas } from '../src/known-schemas.ts'
import { redact, type RedactOptions } from '../src/redact/redact.ts'
import { json, key, readCard } from './helpers.ts'
import { contract } from './small-contract.ts'

const schemas = createKnownSchemas(contract)
const at = new Date('2025-06-16T23:00:00Z')
const hide = (exchange: Exchange, options: Partial<RedactOptions> = {}) =>
  redact(exchange, { schemas, secrets: [key], at, ...options })

function createExchange(response: Partial<Exchange['response']>, request: Partial<Exchange['request']> = {}): Exchange {
  return {
    request: { method: 'POST', path: '/acs/credentials/create', headers: {}, ...request },
    response: { status: 200, headers: {}, ...response },
  }
}

/** A message of an error as it comes out, beside other values of the exchange. */
function hideMessage(message: string, body: Json = {}): string {
  const error = { type: 'invalid_input', message }
  return hide(createExchange(json(400, { error, ok: false }), { body })).response.body.error.message
}

const uuid = 'c0ffee00-1234-4abc-8def-000000004711'
const isUuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/

test('a value becomes another one of the same form, and what the spec names stays', () => {
  const credential = {
    access_method: 'code',
    acs_credential_id: uuid,
    card_number: '164d29dc4a09b65f',
    code: '004711',
    created_at: '2025-06-16T16:54:17.946514Z',
    display_name: 'Ada Jones',
    external_type: 'pti_card',
    issued_at: null,
    is_managed: true,
    starts_at: '',
    warnings: [{ warning_code: 'unheard_of_code', message: 'Ada Jones, your code is 004711.' }],
  }
  const { acs_credential: hidden, ok } = hide(createExchange(json(200, { acs_credential: credential, ok: true })))
    .response.body
  expect(hidden).toEqual({
    ...credential,
    acs_credential_id: expect.stringMatching(isUuid),
    card_number: 'card_number-1',
    code: expect.stringMatching(/^0\d{5}$/),
    display_name: 'display_name-1',
    warnings: [{ warning_code: 'unheard_of_code', message: `display_name-1, your code is ${hidden.code}.` }],
  })
  expect(hidden.code).not.toBe('004711')
  expect(hidden.acs_credential_id).not.toBe(uuid)
  expect(ok).toBe(true)
})

test('what the spec does not know is hidden, date-times, codes and messages included', () => {
  const body = {
    acs_credential: {
      access_method: 'Ada Jones',
      born_at: '1990-05-17T08:30:00.12Z',
      external_type: 'unheard_of_type',
      height: 172,
      message: 'Ada is in',
      nested: [{ type: 'guest', weight: -61.5, few: 3 }],
      starts_at: '2025-05-17',
      'Ada Jones': 1,
      '004711': 2,
      [uuid]: 3,
    },
  }
  const { acs_credential: hidden } = hide(createExchange(json(200, body))).response.body
  expect(hidden).toEqual({
    access_method: 'access_method-1',
    born_at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:00:00\.00Z$/),
    external_type: 'external_type-1',
    height: expect.any(Number),
    message: 'message-1',
    nested: [{ type: 'type-1', weight: expect.any(Number), few: expect.any(Number) }],
    starts_at: expect.stringMatching(/^(?!2025-05-17)20\d\d-\d\d-\d\d$/),
    'access_method-1': expect.any(Number),
    [Object.keys(hidden).find((name) => /^0\d{5}$/.test(name))!]: expect.any(Number),
    [Object.keys(hidden).find((name) => isUuid.test(name))!]: expect.any(Number),
  })
  const { weight, few } = hidden.nested[0]
  expect(`${hidden.height} ${weight} ${few}`).toMatch(/^(?!172)[1-9]\d\d -(?!61)[1-9]\d\.\d [124-9]$/)
})

test('an original has one pseudonym in request, headers, values, names and messages alike', () => {
  const request = { body: { acs_user_id: uuid, code: '4711', name: 'Jo "J" Doe' } }
  const echo = JSON.stringify(request.body)
  const error = {
    type: 'invalid_input',
    request_id: uuid,
    message: `${uuid.toUpperCase()} has 4711; ${encodeURIComponent('Jo "J" Doe')}`,
    data: { number: 4711, [uuid]: 'Jo "J" Doe' },
    validation_errors: { _errors: [echo] },
  }
  const response = { ...json(400, { error, ok: false }), headers: { 'Seam-Request-Id': uuid } }
  const hidden = hide(createExchange(response, request))
  const { acs_user_id: id, code, name } = hidden.request.body
  expect(hidden.response).toEqual({
    status: 400,
    headers: { 'seam-request-id': id },
    body: {
      error: {
        type: 'invalid_input',
        request_id: id,
        message: `${id} has ${code}; ${name}`,
        data: { number: Number(code), [id]: name },
        validation_errors: { _errors: [`{"acs_user_id":"${id}","code":"${code}","name":"${name}"}`] },
      },
      ok: false,
    },
  })
})

test.each([
  [
    'its words and single digits',
    '2 errors: "acs_user_id" is required, at least 1 of b.0',
    '2 errors: "acs_user_id" is required, at least 1 of b.0',
  ],
  [
    'the day of the recording',
    'it is 2025-06-16T16:54:17Z, not 2025-06-17',
    'it is 2025-06-16T16:54:17Z, not 2025-06-17',
  ],
  [
    'an ID apart from what is beside it',
    `(1${uuid.slice(1).replaceAll(/[a-f]/g, '2')})`,
    expect.stringMatching(/^\([\da-f-]{36}\)$/),
  ],
  ['no other date', 'born on 1990-05-17', expect.stringMatching(/^born on (?!1990)20\d\d-\d\d-\d\d$/)],
  ['no e-mail address', 'ask ada.j@lovelace.org.', 'ask token-1@example.com.'],
  ['no uuid', `no ${uuid}!`, expect.stringMatching(/^no [\da-f-]{36}!$/)],
  ['no digits', 'the PIN 4711 of room 12', expect.stringMatching(/^the PIN (?!4711)\d{4} of room (?!12)\d\d$/)],
  ['no key of anybody', 'not seam_cst1_Abcdefgh, nor Bearer abcdefgh-ijk', 'not token-1, nor Bearer token-2'],
  ['no JWT', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N', 'got token-1'],
  ['no token', 'got q83vEjRWeJCrze8SNFZ4', 'got token-1'],
])('a message keeps %s', (_, message, expected) => {
  expect(hideMessage(message)).toEqual(expected)
})

test('a value inside a word of a message is another one', () => {
  const message = 'locked out by the padlock of the lock'
  expect(hideMessage(message, { display_name: 'lock' })).toBe('locked out by the token-1 of the display_name-1')
})

test('a message before the value that it repeats has the same pseudonym', () => {
  const error = {
    type: 'invalid_input',
    message: 'Ada Jones is out',
    data: { name: 'Ada Jones', ada: 'ada', in: 'in' },
  }
  const hidden = hide(createExchange(json(400, { error, ok: false }))).response.body.error
  expect(hidden.message).toBe('name-1 is out')
  expect(hidden.data).toEqual({ name: 'name-1', 'property-1': 'property-1', 'in-1': 'in-1' })
})

test('changed values become the recorded ones, except values of an enum', () => {
  const create = (external_type: string, room: number, order: string[]) => {
    const all: Json = {
      external_type,
      display_name: `Room ${room}`,
      errors: [{ message: `Room ${room} is open until 17` }],
    }
    const acs_credential = Object.fromEntries(order.map((name) => [name, all[name]]))
    return createExchange(json(200, { acs_credential, ok: true }))
  }
  const names = ['display_name', 'errors', 'external_type']
  const recorded = create('pti_card', 12, names)
  const hidden = hide(create('new_card', 34, names.toReversed()), { recorded })
  expect(JSON.stringify(hidden)).toBe(JSON.stringify(create('external_type-1', 12, names)))
})

test('a key of letters alone is not taken for a name or a code, and a short one is found in another encoding', () => {
  const error = {
    type: 'opensesame',
    opensesame: true,
    message: `${Buffer.from('opensesame').toString('hex')} b3BlbnNlc2FtZQ==`,
  }
  const hidden = hide(createExchange(json(400, { error, ok: false })), { secrets: ['opensesame'] }).response.body.error
  expect(hidden).toEqual({ type: 'type-1', 'type-1': true, message: 'redacted redacted' })
})

test('a time that is not declared as one, a PIN code as a delay, and a map by names are hidden', () => {
  const acs_credential = { display_name: '1990-05-17T08:30:00Z', starts_at: '2025-06-16T16:54:17Z', ada_lovelace: 1 }
  const received = { ...json(200, { acs_credential }), headers: { 'retry-after': '4711' } }
  const { headers, body } = hide(createExchange(received, { body: { code: '4711' } })).response
  expect(headers['retry-after']).toMatch(/^(?!4711)\d{4}$/)
  expect(body.acs_credential).toEqual({
    display_name: expect.not.stringContaining('1990'),
    starts_at: '2025-06-16T16:54:17Z',
    'property-1': expect.any(Number),
  })
})

test('all headers except the documented ones are dropped', () => {
  const headers = {
    'Content-Type': 'application/json; charset=UTF-8; boundary=Ada',
    'retry-after': '30',
    'set-cookie': 'a=1',
    'x-user': 'Ada',
    'seam-request-id': 'Ada',
  }
  const request = { headers: { 'content-type': 'application/json', authorization: 'Bearer x', cookie: 'a=1' } }
  const hidden = hide(createExchange({ status: 429, headers }, request))
  expect(hidden.request.headers).toEqual({ 'content-type': 'application/json' })
  expect(hidden.response.headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'retry-after': '30',
    'seam-request-id': 'seam-request-id-1',
  })
  const odd = { 'content-type': `text/${key}`, 'retry-after': 'ask Ada' }
  expect(hide(createExchange({ status: 429, headers: odd })).response.headers).toEqual({
    'content-type': 'application/octet-stream',
    'retry-after': 'retry-after-1',
  })
})

test('a sent body that is not JSON keeps the words of the spec, and a received one keeps all words', () => {
  const hidden = hide(
    createExchange(
      { status: 400, text: 'Unexpected Ada at 15 (400)' },
      { text: '{"access_method": "code", "Ada": 4711, "ok": tru' },
    ),
  )
  expect(hidden.request.text).toMatch(/^\{"access_method": "code", "text-1": (?!4711)\d{4}, "ok": text-2$/)
  expect(hidden.response.text).toMatch(/^Unexpected text-1 at \d\d \(400\)$/)
})

test('a property named `stack` is left out wherever it is', () => {
  const body = { stack: 1, error: { type: 'invalid_input', stack: 'at x', data: [{ stack: { a: 1 } }] } }
  expect(hide(createExchange(json(400, body))).response.body).toEqual({ error: { type: 'invalid_input', data: [{}] } })
})

const spellings = [key, key.toUpperCase(), encodeURIComponent(key), Buffer.from(key).toString('base64'), `x${key}x`]

test.each(spellings)('the key, spelled %s, does not come out of any place', (spelling) => {
  const everywhere = (status: number): Exchange => {
    const error = { type: spelling, message: `No: ${spelling}`, request_id: spelling, data: { [spelling]: [spelling] } }
    const credential = { access_method: spelling, display_name: `a ${spelling} b`, [spelling]: { starts_at: spelling } }
    const headers = { 'content-type': `application/json; a=${spelling}`, 'seam-request-id': spelling, [spelling]: 'x' }
    return {
      request: {
        method: 'POST',
        path: `/acs/${spelling}/create?key=${spelling}&${spelling}=1`,
        headers: { ...headers, authorization: `Bearer ${spelling}` },
        body: { code: spelling, [spelling]: JSON.stringify({ a: spelling }) },
      },
      response: { status, headers, body: { acs_credential: credential, error, stack: spelling } },
    }
  }
  const texts = (status: number) => createExchange({ status, text: `a "${spelling}"` }, { text: `{"a": "${spelling}` })
  for (const exchange of [200, 400].flatMap((status) => [everywhere(status), texts(status)])) {
    const hidden = JSON.stringify(hide(exchange))
    for (const secret of spellings) expect(hidden.toLowerCase()).not.toContain(secret.toLowerCase())
  }
})

test('a result that still has a secret is rejected without quoting it', async () => {
  const recorded = readCard()
  recorded.request.body.code = key
  const error = (() => {
    try {
      return hide(recorded, { recorded })
    } catch (thrown) {
      return thrown as Error
    }
  })()
  expect(error).toMatchObject({
    name: 'RecordError',
    message: expect.stringContaining('/request/body/code: a Seam key'),
  })
  expect(JSON.stringify([(error as Error).message, (error as Error).stack])).not.toContain(key)
})

const canary = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{4,8} [A-Z][a-z]{4,8}$/),
  // Shorter ones would come first among the names of an object.
  fc.stringMatching(/^[1-9]\d{11,14}$/),
  fc.uuid(),
  fc.emailAddress(),
)
const tree = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    canary,
    canary.map((text) => `about ${text}!`),
    canary.map((text) => JSON.stringify({ a: text })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('message', 'data', 'acs_credential', 'code', 'type', '_errors'), canary),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value

function listCanaries(value: Json): string[] {
  const text = typeof value === 'string' ? value.replace(/^about (.*)!$/, '$1').replace(/^\{"a":"(.*)"\}$/, '$1') : ''
  if (text) return [text]
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) || /^[_a-z]+$/.test(name) ? [] : [name]),
    ...listCanaries(inner),
  ])
}

test('no value of a request comes out of an exchange, and an unchanged server makes the same recording again', () => {
  const respond = (body: Json, status: number) => {
    const error = { type: 'invalid_input', message: JSON.stringify(body), data: body }
    return json(status, { error, acs_credential: body })
  }
  fc.assert(
    fc.property(tree, fc.constantFrom(200, 400, 404), (body, status) => {
      const recorded = hide(createExchange(respond(body, status), { body }))
      const text = JSON.stringify(recorded)
      for (const value of listCanaries(body)) expect(text).not.toContain(value)
      const again = createExchange(respond(recorded.request.body, status), recorded.request)
      expect(JSON.stringify(hide(again, { recorded }))).toBe(text)
    }),
    { numRuns: 200 },
  )
})
