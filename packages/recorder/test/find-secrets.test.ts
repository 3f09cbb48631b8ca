import { expect, test } from 'vitest'
import type { Json } from '@seam-acs/spec/model'
import { findSecrets } from '../src/redact/find-secrets.ts'
import { key, readCard } from './helpers.ts'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N'

test.each<[string, string]>([
  ['a Seam key', key],
  ['a Seam key', 'the key "seam_apikey1_token", and more'],
  ['a Seam key', 'seam_at1_shorttoken'],
  ['a Seam key', 'https://x.example/?api_key=SEAM_CST1_ABCD'],
  ['a JWT', jwt],
  ['an authorization', 'authorization: Bearer abcdefg1'],
  ['an authorization', 'Basic dXNlcjpwYXNz'],
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
  ['a password in an address', 'postgres://ada:lovelace@localhost'],
  ['an e-mail address outside example.com', 'ask ada@lovelace.org'],
  ['an e-mail address outside example.com', 'ada@example.com.lovelace.org'],
  ['a telephone number', '+14155550123'],
  ['a telephone number', 'call +44 20 7946 0958 now'],
  ['a stack trace', 'Error: no\n    at file:///app/server.js:10:5'],
  ['a long token', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['a long token', 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ'],
  ['a long token', 'q83-EjRWeJC_ze8SNFZ4-KvN7xI0Vn+iQ=='],
])('%s is found in a value, in a name, and inside another text', async (kind, secret) => {
  const { recorded, request, response } = readCard()
  response.body.acs_credential.display_name = `Room 5: ${secret} (new)`
  response.body.acs_credential[secret] = 1
  request.text = secret
  const found = findSecrets({ recorded, request, response })
  expect(found).toContain(`/response/body/acs_credential/display_name: ${kind}`)
  expect(found).toContain(`/response/body/acs_credential: ${kind} as the name of a property`)
  expect(found).toContain(`/request/text: ${kind}`)
  for (const line of found) expect(line).not.toContain(secret)
})

test.each(['authorization', 'Cookie', 'set-cookie', 'x-api-key', 'seam-workspace', 'client-session-token', 'stack'])(
  'a property named %s is found',
  async (name) => {
    const recording: Json = readCard()
    recording.response.headers[name] = 'x'
    recording.response.body.acs_credential.errors.push({ [name]: null })
    expect(findSecrets(recording)).toEqual([
      `/response/headers/${name}: a property that holds secrets`,
      `/response/body/acs_credential/errors/0/${name}: a property that holds secrets`,
    ])
  },
)

test.each([
  '0fc82df4-391b-4d00-a234-86378f1c3952',
  'guest-1@example.com',
  '164d29dc4a09b65f',
  '2025-06-16T16:54:17.946514Z',
  'latest_desired_state_synced_with_provider_at',
  'client_session_token_used_for_api_key',
  'POST requests must have Content-Type header with "application/json"',
  'Bearer token required',
  'npm @seamapi/fake-seam-connect 1.86.0, started with --seed',
  'seam-request-id',
])('%s is not taken for a secret', (text) => {
  expect(findSecrets({ a: [text], [text]: 1 })).toEqual([])
})
