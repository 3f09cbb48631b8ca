import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { createCheck } from '../src/check.ts'
import { readRecordings } from '../src/recording.ts'
import { createRules } from '../src/synthetic/coherence.ts'
import { settle } from '../src/synthetic/settle.ts'

const recordings = await readRecordings()
const synthetic = recordings.filter(({ recording }) => recording.recorded.source === 'synthetic')
const granted = synthetic.filter(({ recording }) => recording.response.body?.acs_credential)
const check = createCheck(contract)

test.each(synthetic)('$file is what the spec says and is not called recorded', ({ file, recording }) => {
  expect(check(recording)).toEqual([])
  expect(file).toMatch(/\.gen\.json$/)
  expect(recording.recorded.from).not.toMatch(/record/)
})

test.each(granted)('$file answers what was asked', ({ recording: { request, response } }) => {
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

test.each(granted)('$file keeps the order of time', ({ recording: { response } }) => {
  const { created_at: createdAt, ...credential } = response.body.acs_credential
  const { issued_at: issuedAt, starts_at: start = createdAt, ends_at: end } = credential
  const order = [createdAt, issuedAt].filter(Boolean).map((time) => Date.parse(time))
  const period = [start, end].filter(Boolean).map((time) => Date.parse(time))
  expect([order, period]).toEqual([order, period].map((times) => times.toSorted((one, other) => one - other)))
  expect(end && Date.parse(end) <= Date.parse(createdAt), 'It ends before it is created.').toBeFalsy()
  expect(Boolean(issuedAt)).toBe(credential.is_issued ?? false)
})

test.each(granted)('$file has what its kind of credential has', ({ recording: { request, response } }) => {
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

const draft = () => ({
  request: { access_method: 'code', code: '1234' },
  answer: { acs_credential: { access_method: 'code', code: '1234', warnings: [] as object[] }, ok: true },
})

test('a draft that breaks a rule is mended, and keeps what is wanted', () => {
  const changed = draft()
  changed.answer.acs_credential.access_method = 'card'
  const settled = settle(changed, createRules([]), ({ answer }) => answer.acs_credential.access_method === 'card')
  expect(settled!.answer.acs_credential).toEqual({ access_method: 'card', warnings: [] })
})

test('what no rule lets be together is not made', () => {
  const changed = draft()
  changed.answer.acs_credential.access_method = 'card'
  const isWanted = ({ answer }: { answer: typeof changed.answer }) =>
    answer.acs_credential.access_method === 'card' && answer.acs_credential.code === '1234'
  expect(settle(changed, createRules([]), isWanted as never)).toBeUndefined()
})

test('a warning about another code gets the codes that it tells of', () => {
  const changed = draft()
  const warning = { warning_code: 'requested_code_unavailable', original_code: '5678', new_code: '9012' }
  changed.answer.acs_credential.warnings.push(warning)
  const settled = settle(changed, createRules([]), () => true)!
  expect([settled.request.code, settled.answer.acs_credential.code]).toEqual(['5678', '9012'])
})
