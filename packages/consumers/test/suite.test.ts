import * as client from '@seam-acs/client'
import * as pathClient from '@seam-acs/client/openapi-fetch'
import * as validation from '@seam-acs/client/validator'
import * as mock from '@seam-acs/mock'
import * as contract from '@seam-acs/mock/contract'
import { expect, onTestFinished, test } from 'vitest'
import { serveSuite } from '../src/suite-server.ts'
import { createFetch, createResponder, runSuite } from '../suite/suite.js'
import { runMock } from '../suite/mock.js'
import { loadSuite } from '../src/suite.ts'

const modules = { client, pathClient, validation, mock, contract }
const { cases, mockResult } = await loadSuite()
const small = cases.slice(0, 3)
const ofMock = { runMock, mockResult }

/** Runs the suite over loopback. */
async function run(changed: object, chosen = small) {
  const { endpoint, close } = await serveSuite(chosen)
  onTestFinished(close)
  return runSuite({ ...modules, ...changed }, { cases: chosen, ...ofMock, endpoint })
}

test('the suite passes with the packages as they are built', async () => {
  const { passed, failures } = await run({}, cases)
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThan(cases.length)
})

test('the suite passes without a network', async () => {
  const fetch = createFetch(createResponder(cases))
  const { failures } = await runSuite(modules, { cases, ...ofMock, fetch, without: ['refused'] })
  expect(failures).toEqual([])
})

test('a result other than the recorded one is a failure', async () => {
  const [first] = small
  const { failures } = await run({}, [{ ...first!, outcome: { returned: { display_name: 'Another' } } }])
  expect(failures).toEqual([
    expect.stringMatching(/^acs_.*: \/returned\/display_name is "[^"]+" instead of "Another"$/),
  ])
})

test('a request other than the recorded one is a failure', async () => {
  const [first] = small
  const { failures } = await run({}, [{ ...first!, request: { ...first!.request, text: '{}' } }])
  expect(failures).toEqual([expect.stringContaining('"status":599')])
})

test('an error class that exists twice is a failure', async () => {
  class SeamError extends Error {}
  const { failures } = await run({ client: { ...client, SeamError } })
  expect(failures).toContain('html: the class SeamError exists twice')
})

test('a client that takes a cut response for a whole one is a failure', async () => {
  const fetch = async () => Response.json({ ok: true, acs_credential: {} })
  class Seam extends client.Seam {
    constructor(options: client.SeamOptions) {
      super({ ...options, fetch })
    }
  }
  const { failures } = await run({ client: { ...client, Seam } })
  expect(failures.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['cut', 'drop', 'hang', 'html', 'redirect', 'refused']),
  )
})

test('a set-up that leaves out an unknown row is told so', async () => {
  await expect(runSuite(modules, { cases: [], ...ofMock, without: ['no-such-row'] })).rejects.toThrow(
    'no row no-such-row',
  )
})

test('a mock that responds differently than in Node is a failure', async () => {
  const createMock = () => mock.createMock({ seed: 8, now: () => new Date('2025-06-16T16:54:17.946Z') })
  const { failures } = await run({ mock: { ...mock, createMock } })
  expect(failures).toEqual([expect.stringMatching(/^every response of the mock: /)])
})
