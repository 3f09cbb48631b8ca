import { inspect } from 'node:util'
import { acsCredentialsCreate, createSeamClient, Seam, SeamError } from '@seam-acs/client'
import { expect, test } from 'vitest'
import { credential, errorResponse, respondWith } from '../respond.ts'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const

test('a client with other options has the rest of its settings, and leaves the first client as it is', async () => {
  const { fetch, sent } = respondWith()
  const first = new Seam({ apiKey: 'seam_first', endpoint: 'https://a.example', fetch, headers: { 'x-client': 'a' } })
  const second = first.withOptions({ apiKey: 'seam_second', headers: { 'x-trace': 'b' } })
  const third = second.withOptions({ endpoint: 'https://b.example', headers: { 'x-client': null } })
  for (const seam of [first, second, third]) await seam.acs.credentials.create(body)
  expect(third).toBeInstanceOf(Seam)
  expect(sent.map(({ url }) => new URL(url).host)).toEqual(['a.example', 'a.example', 'b.example'])
  expect(sent.map(({ headers }) => [headers['authorization'], headers['x-client'], headers['x-trace']])).toEqual([
    ['Bearer seam_first', 'a', undefined],
    ['Bearer seam_second', 'a', 'b'],
    ['Bearer seam_second', undefined, 'b'],
  ])
})

test('a client of functions has withOptions as well', async () => {
  const { fetch, sent } = respondWith(errorResponse(429, 'busy', { 'retry-after': '0' }))
  const client = createSeamClient({ apiKey: 'seam_key', fetch }).withOptions({ maxRetries: 1 })
  await expect(acsCredentialsCreate(client, body)).rejects.toMatchObject({ status: 429 })
  expect(sent).toHaveLength(2)
})

test('clients with the same provider of a key share its key', async () => {
  let count = 0
  const { fetch, sent } = respondWith()
  const seam = new Seam({ apiKey: async () => `seam_${count++}`, fetch })
  await seam.acs.credentials.create(body)
  expect(await seam.withOptions({ timeout: 9000 }).acs.credentials.create(body)).toEqual(credential)
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer seam_0', 'Bearer seam_0'])
})

test('a wrong option throws, and a printed client does not show the key', () => {
  const seam = new Seam({ apiKey: 'seam_secret' })
  expect(() => seam.withOptions({ timeOut: 5 } as never)).toThrow(SeamError)
  expect(inspect(seam.withOptions({ timeout: 5 }), { depth: null, showHidden: true })).not.toContain('seam_secret')
})
