import { createFetchClient } from '@seam-acs/client/openapi-fetch'
import { validator } from '@seam-acs/client/validator'
import { Seam, SeamError, type SeamOptions } from '@seam-acs/client'
import { expect, test } from 'vitest'
import { respondWith } from '../respond.ts'

const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' } as const
const apiKey = 'seam_key'

const allOptions: Required<Omit<SeamOptions, 'apiKey'>> = {
  personalAccessToken: async () => 'seam_at1',
  workspaceId: 'w',
  endpoint: 'https://proxy.example/seam/',
  fetch: respondWith().fetch,
  fetchOptions: {},
  timeout: 0,
  deadline: Infinity,
  maxRetries: 3,
  retry: 'always',
  maxResponseSize: 1,
  signal: new AbortController().signal,
  headers: new Headers(),
  userAgent: 'desk/1',
  validate: false,
  validator,
  onRequest: () => {},
  onResponse: async () => {},
  onError: () => {},
  onRetry: () => {},
}

const wrong: [object, string][] = [
  [{ timeOut: 5 }, 'There is no option `timeOut`. Did you mean `timeout`?'],
  [{ api_key: 'seam_key' }, 'There is no option `api_key`. Did you mean `apiKey`?'],
  [{ maxRetry: 5 }, 'There is no option `maxRetry`. Did you mean `maxRetries`?'],
  [{ baseUrl: 'https://a.example' }, `There is no option \`baseUrl\`. The options are apiKey, `],
  [{ constructor: 1 }, 'There is no option `constructor`.'],
  [{ retry: 'alway' }, "The option `retry` must be 'safe' or 'always'."],
  [{ retry: '' }, "The option `retry` must be 'safe' or 'always'."],
  [{ retry: false }, "The option `retry` must be 'safe' or 'always'."],
  [{ maxRetries: '3' }, 'The option `maxRetries` must be a number from 0.'],
  [{ maxRetries: Number.NaN }, 'The option `maxRetries` must be a number from 0.'],
  [{ timeout: null }, 'The option `timeout` must be a number from 0.'],
  [{ deadline: 5n }, 'The option `deadline` must be a number from 0.'],
  [{ deadline: false }, 'The option `deadline` must be a number from 0.'],
  [{ maxResponseSize: {} }, 'The option `maxResponseSize` must be a number from 0.'],
  [{ validate: true }, "The option `validate` must be false, 'request', 'response' or 'both'."],
  [{ validate: 'all' }, "The option `validate` must be false, 'request', 'response' or 'both'."],
  [{ validate: null }, "The option `validate` must be false, 'request', 'response' or 'both'."],
  [{ validator: true }, 'The option `validator` must be a function.'],
  [{ fetch: {} }, 'The option `fetch` must be a function.'],
  [{ fetchOptions: 'x' }, 'The option `fetchOptions` must be an object.'],
  [{ onRequest: 'x' }, 'The option `onRequest` must be a function.'],
  [{ onError: null }, 'The option `onError` must be a function.'],
  [{ endpoint: new URL('https://a.example') }, 'The option `endpoint` must be a string.'],
  [{ endpoint: null }, 'The option `endpoint` must be a string.'],
  [{ userAgent: 5 }, 'The option `userAgent` must be a string.'],
  [{ headers: 'x-trace: a' }, 'The option `headers` must be an object.'],
  [{ signal: new AbortController() }, 'The option `signal` must be an AbortSignal.'],
  [{ apiKey: 5 }, 'The option `apiKey` must be a string or a function.'],
  [{ workspaceId: Symbol('w') }, 'The option `workspaceId` must be a string or a function.'],
]

test.each(wrong)('%o throws at construction and at the call', async (options, message) => {
  const given = { apiKey, ...options } as SeamOptions
  for (const construct of [() => new Seam(given), () => createFetchClient(given)]) {
    expect(construct).toThrow(SeamError)
    expect(construct).toThrow(message)
  }
  const { fetch, sent } = respondWith()
  const call = new Seam({ apiKey, fetch }).acs.credentials.create(body, options)
  await expect(call).rejects.toThrow(message)
  await expect(call).rejects.toBeInstanceOf(SeamError)
  expect(sent).toEqual([])
})

const noOptions: [unknown][] = [[null], [7], [0], [() => {}]]

test.each(noOptions)('%o instead of options throws at construction', (options) => {
  expect(() => new Seam(options as never)).toThrow('The options must be an object.')
})

test.each([...noOptions, ['seam_key']])('%o instead of options throws at the call', async (options) => {
  const { fetch, sent } = respondWith()
  const call = new Seam({ apiKey, fetch }).acs.credentials.create(body, options as never)
  await expect(call).rejects.toThrow('The options must be an object.')
  expect(sent).toEqual([])
})

test.each(Object.keys(allOptions))('the option %s is known, and undefined stands for its default', (name) => {
  const options = { ...allOptions, [name]: undefined }
  if (/personal|workspace/.test(name))
    Object.assign(options, { personalAccessToken: undefined, workspaceId: undefined })
  expect(() => new Seam(options.personalAccessToken ? options : { ...options, apiKey })).not.toThrow()
})

test('the options of a method that is passed to map are an error', async () => {
  const { create } = new Seam({ apiKey, fetch: respondWith().fetch }).acs.credentials
  await expect(Promise.all([body].map(create as never))).rejects.toThrow('The options must be an object.')
})

test.each([
  'https://api.example?a=b',
  'https://api.example/base?',
  'https://api.example/base#part',
  'https://user:secret@api.example',
  'https://user@api.example/base',
  'https://api.example/ base',
  'https:api.example',
  'https://',
])('the endpoint %s throws without being quoted', async (endpoint) => {
  const construct = () => new Seam({ apiKey, endpoint })
  expect(construct).toThrow('must be an http(s) URL without credentials, query or fragment')
  expect(construct).not.toThrow('secret')
})
