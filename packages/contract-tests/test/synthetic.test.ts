import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { contract } from '../src/contract.ts'
import { generateFiles } from '../src/generated-files.ts'
import { recordings } from '../src/recordings.ts'
import { credentials } from '../src/synthetic/resources/credentials.ts'
import { repairDraft, type Draft } from '../src/synthetic/repair-draft.ts'
import { growContract } from './grown-contract.ts'

const synthetic = recordings.filter(({ recording }) => recording.recorded.source === 'synthetic')
const created = synthetic.filter(
  ({ recording: { request, response } }) => request.path === '/acs/credentials/create' && response.body?.acs_credential,
)
const check = createCheck(contract)

test.each(synthetic)('$file matches the spec and does not claim to be recorded', ({ file, recording }) => {
  expect(check(recording)).toEqual([])
  expect(file).toMatch(/\.gen\.json$/)
  expect(recording.recorded.from).not.toMatch(/record/)
})

test.each(created)('$file returns what was requested', ({ recording: { request, response } }) => {
  const { acs_credential: credential } = response.body
  const warned = credential.warnings.map((warning: { warning_code: string }) => warning.warning_code)
  const names = [
    'acs_system_id',
    'acs_user_id',
    'ends_at',
    'user_identity_id',
    ...(warned.includes('schedule_modified') ? [] : ['starts_at']),
    ...(warned.includes('requested_code_unavailable') ? [] : ['code']),
    ...(credential.access_method.endsWith('_of_tomorrow') ? [] : ['access_method']),
  ].filter((name) => name in request.body)
  expect(names.map((name) => credential[name])).toEqual(names.map((name) => request.body[name]))
  expect(credential.is_multi_phone_sync_credential ?? false).toBe(request.body.is_multi_phone_sync_credential ?? false)
})

test.each(created)('$file keeps the order of time', ({ recording: { response } }) => {
  const { created_at: createdAt, ...credential } = response.body.acs_credential
  const { issued_at: issuedAt, starts_at: start = createdAt, ends_at: end } = credential
  const order = [createdAt, issuedAt].filter(Boolean).map((time) => Date.parse(time))
  const period = [start, end].filter(Boolean).map((time) => Date.parse(time))
  expect([order, period]).toEqual([order, period].map((times) => times.toSorted((one, other) => one - other)))
  expect(end && Date.parse(end) <= Date.parse(createdAt), 'It ends before it is created.').toBeFalsy()
  expect(Boolean(issuedAt)).toBe(credential.is_issued ?? false)
})

test.each(created)('$file has the properties of its kind of credential', ({ recording: { request, response } }) => {
  const { access_method: kind, ...credential } = response.body.acs_credential
  const metadata = Object.keys({ ...request.body, ...credential }).filter((name) => name.endsWith('_metadata'))
  expect(metadata.length).toBeLessThan(2)
  for (const name of metadata.filter(() => credential.external_type)) {
    expect(credential.external_type).toContain(name.replace('_metadata', ''))
  }
  const ofKinds = { code: 'code', card_number: 'card', is_issued: 'card', issued_at: 'card' }
  const odd = Object.entries(ofKinds).filter(([name, only]) => name in credential && only !== kind)
  expect(odd).toEqual([])
})

const createDraft = (): Draft => ({
  request: { access_method: 'code', code: '1234' },
  response: { acs_credential: { access_method: 'code', code: '1234', warnings: [] }, ok: true },
  origins: [],
})
const rules = credentials.createRules(() => [])
const repairCredential = (draft: Draft, isWanted: (draft: Draft) => boolean = () => true) =>
  repairDraft(draft, ({ request, response }) => [{ asked: request, object: response.acs_credential, rules }], isWanted)
const isCard = ({ response }: Draft) => response.acs_credential.access_method === 'card'

test('a draft that breaks a rule is repaired, and keeps what is wanted', () => {
  const draft = createDraft()
  draft.response.acs_credential.access_method = 'card'
  expect(repairCredential(draft, isCard)!.response.acs_credential).toEqual({ access_method: 'card', warnings: [] })
})

test('a combination that the rules exclude is not made', () => {
  const draft = createDraft()
  draft.response.acs_credential.access_method = 'card'
  const hasCode = ({ response }: Draft) => response.acs_credential.code === '1234'
  expect(repairCredential(draft, (each) => isCard(each) && hasCode(each))).toBeUndefined()
})

test('a warning about another code gets the codes that it tells of', () => {
  const draft = createDraft()
  const warning = { warning_code: 'requested_code_unavailable', original_code: '5678', new_code: '9012' }
  draft.response.acs_credential.warnings.push(warning)
  const { request, response } = repairCredential(draft)!
  expect([request.code, response.acs_credential.code]).toEqual(['5678', '9012'])
})

const grown = generateFiles(growContract(contract), recordings).files
const ofGrown = [...grown].filter(([file]) => /\/acs_credentials_(get|list)\/2/.test(file))

test('a credential keeps its rules and matches its request in the responses of every operation', () => {
  expect(ofGrown.length).toBeGreaterThan(2)
  for (const [file, text] of ofGrown) {
    const { request, response }: Json = JSON.parse(text)
    const { acs_credential: one, acs_credentials: some = [one] } = response.body
    for (const credential of some) {
      for (const rule of rules) expect(rule({ ...credential }, credential), file).toBeUndefined()
      const { acs_credential_id: id = credential.acs_credential_id, acs_user_id: user = credential.acs_user_id } =
        request.body
      expect([credential.acs_credential_id, credential.acs_user_id]).toEqual([id, user])
    }
  }
})
