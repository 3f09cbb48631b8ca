import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { Seam, SeamError } from '@seam-acs/client'
import { validator } from '@seam-acs/client/validator'
import contract from '@seam-acs/spec' with { type: 'json' }
import { type Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzz } from './cases.ts'
import { hostileValue, mutate, mutateText } from './hostile.ts'

const key = 'seam_test_Canary4711key'
const code = '73829154'
const [{ value: valid }] = Object.values(
  contract.paths['/acs/credentials/create'].post.responses['200'].content['application/json'].examples as Json,
) as [{ value: Json }]
const failure = { error: { type: 'invalid_input', message: `No ${code} for ${key}`, data: { key, code } }, ok: false }

const secret = fc.constantFrom<Json>(
  key,
  code,
  Number(code),
  `a ${key} b`,
  { [key]: code },
  `"${code}"`,
  encodeURIComponent(key),
)
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'retry-after', 'seam-request-id', 'content-length', 'x-other'),
  fc.oneof(
    fc.stringMatching(/^[\x21-\x7e]{0,20}$/),
    fc.constantFrom('application/json', 'text/html', '0', '-1', '1e9'),
  ),
)
const response = fc.record({
  status: fc.oneof(fc.constantFrom(200, 400, 401, 404, 429, 500, 503), fc.integer({ min: 200, max: 599 })),
  headers,
  body: mutateText(
    fc
      .oneof(mutate(valid), mutate(failure, fc.oneof(hostileValue, secret)))
      .map((value) => JSON.stringify(value) ?? ''),
  ),
  validate: fc.constantFrom<'response' | false>(false, 'response'),
})

test('the client turns any response into a credential or an error of its own, without a secret', async () => {
  const count = await fuzz('client', 0.3, response, async ({ status, headers: given, body, validate }) => {
    const hasBody = ![204, 205, 304].includes(status)
    const fetch = async () => new Response(hasBody ? (body as BodyInit) : null, { status, headers: given })
    const seam = new Seam({ apiKey: key, endpoint: 'http://localhost', fetch, maxRetries: 0, validate, validator })
    const owner = { acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }
    const error = await seam.acs.credentials.create({ ...owner, access_method: 'code', code }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (error === undefined) return
    assert.ok(error instanceof SeamError)
    const shown = [inspect(error, { depth: 9 }), String(error), JSON.stringify(error), (error as Error).stack].join(
      '\n',
    )
    // Inside a longer number it is another number.
    if (shown.includes(key) || /(?<![\p{L}\p{N}])73829154(?![\p{L}\p{N}])/u.test(shown))
      throw new Error(`The error has a secret: ${shown}`)
  })
  expect(count).toBeGreaterThan(0)
})
