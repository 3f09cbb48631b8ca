import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { contract } from '../src/contract.ts'
import { generateFiles } from '../src/generated-files.ts'
import { listRemarks } from '../src/ledger/remarks.ts'
import { recordings } from '../src/recordings.ts'
import { growContract } from './grown-contract.ts'
import { createErrorRecording, smallContract } from './small-contract.ts'

const check = createCheck(smallContract)

/** An error of the vendor's test server. */
const createEvidence = (path: string, change: (recording: Json) => void = () => {}) =>
  createErrorRecording(401, 'unauthorized', (recording) => {
    recording.recorded = { source: 'vendor-fake', from: 'a test server', at: '2026-11-22' }
    recording.request.path = path
    change(recording)
  })

test('an error of a path that the spec lacks is accepted for its envelope', () => {
  expect(check(createEvidence('/doors/open'))).toEqual([])
  const toUnknownRoute = ({ response }: Json) =>
    Object.assign(response, { status: 404, headers: {}, text: '404', body: undefined })
  expect(check(JSON.parse(JSON.stringify(createEvidence('/doors/open', toUnknownRoute))))).toEqual([])
})

test.each<[string, (recording: Json) => void, string]>([
  [
    'another envelope',
    ({ response }) => delete response.body.error.message,
    "/response/body/error: must have required property 'message'",
  ],
  [
    'another status',
    ({ response }) => (response.status = 418),
    '/response/status: the spec has no 418 for POST /doors/open',
  ],
  ['another source', ({ recorded }) => (recorded.source = 'live'), '/request: the spec has no POST /doors/open'],
  [
    'a hash',
    ({ recorded }) => (recorded.operationHash = '0123456789abcdef'),
    '/recorded/operationHash: /request: the spec has no POST /doors/open',
  ],
])('an error of a path that the spec lacks with %s is rejected', (_, change, problem) => {
  expect(check(createEvidence('/doors/open', change))).toEqual([problem])
})

const differs = (recording: Json) => (recorded(recording).differs = 'it forgets the owner')
const recorded = (recording: Json) => recording.recorded
const withoutOwner = ({ request }: Json) => delete request.body.user_id
const missing = "/request/body: must have required property 'user_id'"

test('once the spec has the path, an error with a hash has to match it, and one with a reason or without a hash need not', () => {
  const held = createEvidence('/keys/create', (recording) => {
    withoutOwner(recording)
    recorded(recording).operationHash = '0123456789abcdef'
  })
  expect(check(held)).toContain(missing)
  expect(check({ ...held, recorded: { ...held.recorded, differs: 'it forgets the owner' } })).toEqual([])
  expect(check(createEvidence('/keys/create', withoutOwner))).toEqual([])
})

test('a reason to differ is rejected if nothing differs, and for the API itself', () => {
  expect(check(createEvidence('/keys/create', differs))).toEqual([
    '/recorded/differs: the exchange matches the spec, so remove this reason',
  ])
  const live = createEvidence('/keys/create', (recording) => {
    differs(recording)
    recorded(recording).source = 'live'
  })
  expect(check(live)).toEqual(['/recorded/differs: only the test server of the vendor may differ: correct the spec'])
})

test('the ledger tells for every real recording that may differ what to write into its file', () => {
  const files = [
    { file: 'keys_create/401-fits.json', recording: createEvidence('/keys/create') },
    { file: 'keys_create/401-owner.json', recording: createEvidence('/keys/create', withoutOwner) },
    {
      file: 'keys_create/401-reason.json',
      recording: createEvidence('/keys/create', (recording) => {
        withoutOwner(recording)
        differs(recording)
      }),
    },
    { file: 'keys_create/401-former.json', recording: createErrorRecording(401, 'unauthorized') },
    { file: 'doors_open/401-other.json', recording: createEvidence('/doors/open') },
  ]
  const hash = '`"operationHash": "[0-9a-f]{16}"`'
  expect(listRemarks(smallContract, files)).toEqual([
    {
      file: files[0]!.file,
      text: expect.stringMatching(`^not checked against the spec yet, but matches it. Write ${hash} into \`recorded\``),
    },
    {
      file: files[1]!.file,
      text: expect.stringMatching(`^not checked against the spec yet: .*'user_id'. Correct the spec and write ${hash}`),
    },
    { file: files[2]!.file, text: 'differs from the spec: it forgets the owner' },
    {
      file: files[3]!.file,
      text: expect.stringMatching(`^the spec has changed for this exchange .* or write ${hash} if`),
    },
  ])
})

test('when the API grows by paths that are recorded already, every recording is still accepted, and the ledger lists them', () => {
  const grown = growContract(contract)
  const real = recordings.filter(({ recording }) => recording.recorded.source !== 'synthetic')
  const problems = real.flatMap(({ file, recording }) =>
    createCheck(grown)(recording).map((problem) => `${file}${problem}`),
  )
  expect(problems).toEqual([])
  const ledger = generateFiles(grown, recordings).files.get('packages/contract-tests/ledger.gen.md')!
  expect(ledger).toMatch(/`acs_users_create\/400-[a-z-]+\.json` \| not checked against the spec yet/)
})
