import { Seam, SeamError, type HeadersOption, type RequestContext } from '@seam-acs/client'
import { createFetchClient } from '@seam-acs/client/openapi-fetch'
import { expect, test } from 'vitest'
import { respondWith } from '../respond.ts'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const
const apiKey = 'seam_key'

const forms: [string, HeadersOption][] = [
  ['a Headers', new Headers({ 'X-Trace': 'a', 'x-other': 'b' })],
  [
    'pairs',
    [
      ['X-Trace', 'a'],
      ['x-other', 'b'],
    ],
  ],
  [
    'a Map',
    new Map([
      ['X-Trace', 'a'],
      ['x-other', 'b'],
    ]),
  ],
  ['an object', { 'X-Trace': 'a', 'x-other': 'b', 'x-absent': undefined, 'x-removed': null }],
]

const sendings: [string, (headers: HeadersOption) => Promise<Record<string, string>>][] = [
  ['the client', (headers) => send({ headers })],
  ['a call', (headers) => send({}, { headers })],
  ['a client by path', (headers) => sendByPath({ headers })],
  ['a call by path', (headers) => sendByPath({}, { headers })],
]

async function send(options: object, callOptions?: object) {
  const { fetch, sent } = respondWith()
  await new Seam({ apiKey, fetch, ...options }).acs.credentials.create(body, callOptions)
  return sent[0]!.headers
}

async function sendByPath(options: object, callOptions?: object) {
  const { fetch, sent } = respondWith()
  await createFetchClient({ apiKey, fetch, ...options }).POST('/acs/credentials/create', { body, ...callOptions })
  return sent[0]!.headers
}

const cases = sendings.flatMap(([place, sending]) =>
  forms.map(([form, headers]) => ({ place, form, sending, headers })),
)

test.each(cases)('$form of $place is sent', async ({ sending, headers }) => {
  const sent = await sending(headers)
  expect(sent).toMatchObject({ 'x-trace': 'a', 'x-other': 'b', authorization: 'Bearer seam_key' })
  expect(Object.keys(sent).filter((name) => /absent|removed/.test(name))).toEqual([])
})

test.each(sendings)('null in the headers of %s removes a header', async (_, sending) => {
  expect(await sending({ 'User-Agent': null, authorization: null })).toEqual({
    authorization: 'Bearer seam_key',
    'content-type': 'application/json',
  })
})

test('null in the headers of a call removes a header of the client, by path as well', async () => {
  const options = { headers: { 'X-Client': 'a', 'x-other': 'b' } }
  const callOptions = { headers: { 'x-client': null } }
  for (const sent of [await send(options, callOptions), await sendByPath(options, callOptions)]) {
    expect(sent).toMatchObject({ 'x-other': 'b' })
    expect(sent).not.toHaveProperty('x-client')
  }
})

test.each(['undefined', 'null'])('a header that a hook sets to %s is not sent', async (value) => {
  const onRequest = (context: RequestContext) =>
    void Object.assign(context.headers, { 'x-client': value === 'null' ? null : undefined })
  expect(await send({ onRequest })).not.toHaveProperty('x-client')
})

test('a hook may replace the headers', async () => {
  const onRequest = (context: RequestContext) => void (context.headers = new Headers({ 'x-trace': 'a' }) as never)
  expect(await send({ onRequest })).toMatchObject({ 'x-trace': 'a' })
})

test.each([5, true, {}, ['a']])('a header with the value %o is an error', async (value) => {
  const headers = { 'x-trace': value } as never
  for (const sending of [() => send({ headers }), () => send({}, { headers }), () => sendByPath({}, { headers })]) {
    await expect(sending()).rejects.toBeInstanceOf(SeamError)
    await expect(sending()).rejects.toThrow('The header `x-trace` must be a string.')
  }
})

test('a forbidden header of a call by path is not quoted', async () => {
  const call = sendByPath({}, { headers: { 'x-trace': 'secret\r\nx: y' } })
  await expect(call).rejects.toThrow(/^The header `x-trace` has a forbidden character\.$/)
})
