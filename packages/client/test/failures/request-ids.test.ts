import { inspect } from 'node:util'
import { Seam } from '@seam-acs/client'
import { expect, test } from 'vitest'
import {
  acs_credential,
  create,
  failure,
  failureAt,
  pin,
  replyJson,
  respondWithError,
  serve,
  token,
} from './scripted-server.ts'

const dropped: [string, string][] = [
  ['the key', token],
  ['the key within more', `req-${token}-1`],
  ['the PIN code', pin],
  ['a sentence with brackets', 'see (https://status.example)'],
  ['markup', '<script>'],
  ['a quote', '"1"'],
  ['1,000 characters', 'x'.repeat(1000)],
  ['nothing', ''],
]

const failing = { error: { type: 'invalid_input', message: 'No' }, ok: false }

test.each(dropped)('a header with %s is not a request ID', async (_, id) => {
  const { endpoint } = await serve(
    replyJson({ acs_credential, ok: true }, 200, { 'seam-request-id': id }),
    replyJson(failing, 400, { 'seam-request-id': id }),
    replyJson({ ok: true }, 200, { 'seam-request-id': id }),
  )
  const seen: unknown[] = []
  const onResponse = ({ requestId }: { requestId: string | undefined }) => void seen.push(requestId)
  expect((await create(endpoint, { onResponse }).withResponse()).requestId).toBeUndefined()
  const errors = [await failure(create(endpoint, { onResponse })), await failure(create(endpoint, { onResponse }))]
  for (const error of errors) {
    expect(error['requestId']).toBeUndefined()
    expect(error.message).not.toContain('(request')
    expect(inspect(error) + JSON.stringify(error)).not.toMatch(new RegExp(`${token}|${pin}`))
  }
  expect(seen).toEqual([undefined, undefined, undefined])
})

test.each([...dropped, ['a number', 7], ['an object', { id: 1 }]] as [string, unknown][])(
  'a body with %s as its request_id has no request ID',
  async (_, request_id) => {
    const error = await failureAt(replyJson({ ...failing, error: { ...failing.error, request_id } }, 400, {}))
    expect(error).toMatchObject({ type: 'invalid_input', requestId: undefined })
    expect(error.message).toMatch(/: 400 invalid_input: No$/)
    expect(inspect(error)).not.toMatch(new RegExp(`${token}|"${pin}"`))
  },
)

test.each(['1b9a3e0d-443f-4063-b619-4ca7e2a97751', 'req_1:2.3', 'a, b'])('%s is a request ID', async (id) => {
  expect(await failureAt(respondWithError(400, { 'seam-request-id': id }))).toMatchObject({ requestId: id })
})

test.each(['key', 'PIN code'])('the %s as the name of a property of an error response is hidden', async (kind) => {
  const secret = kind === 'key' ? token : pin
  const error = { type: 'invalid_input', message: 'No', validation_errors: { [secret]: { _errors: ['No'] } } }
  const shown = await failureAt(replyJson({ error, ok: false, [secret]: 1 }, 400))
  expect(shown).toMatchObject({ type: 'invalid_input', validationErrors: { '…': { _errors: ['No'] } } })
  expect(inspect(shown, { depth: null }) + JSON.stringify(shown)).not.toContain(secret)
})

test('a PIN code like an index or a name of a property changes no path of a validation error', async () => {
  const validation_errors = { allowed_acs_entrance_ids: { 1: { _errors: ['No'] } }, code: { _errors: ['No'] } }
  const error = { type: 'invalid_input', message: 'No', validation_errors }
  for (const code of ['1', 'code']) {
    const { endpoint } = await serve(replyJson({ error, ok: false }, 400))
    const body = { access_method: 'code', acs_user_id: 'x', code } as const
    const thrown = await failure(new Seam({ apiKey: token, endpoint }).acs.credentials.create(body))
    expect(thrown['validationErrors']).toEqual(validation_errors)
  }
})

test('a PIN code that was sent as a number is hidden', async () => {
  const { endpoint } = await serve(respondWithError(400, {}, `Bad code ${pin}`))
  const body = { access_method: 'code', acs_user_id: 'x', code: Number(pin) } as never
  const error = await failure(new Seam({ apiKey: token, endpoint }).acs.credentials.create(body))
  expect(error.message).not.toContain(pin)
})
