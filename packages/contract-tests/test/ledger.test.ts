import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { findDifference } from '@seam-acs/codegen/generated-file'
import { recordFigure } from '../src/figures.ts'
import { findLeftOver, generateFiles } from '../src/generate.ts'
import { createAuditor, type Entry } from '../src/ledger/ledger.ts'
import { countKinds } from '../src/ledger/render-ledger.ts'
import { readRecordings, type Json } from '../src/recording.ts'

const recordings = await readRecordings()
const { files, entries } = generateFiles(contract, recordings)
const command = 'Run `npx --yes pnpm@12.21.0 generate` and commit the result.'

const listUnmet = (audited: Entry[]) =>
  audited.filter(({ real, synthetic }) => real.length + synthetic.length === 0).map(({ obligation }) => obligation.id)

test('the committed recordings show everything that the spec lets occur', () => {
  const audited = createAuditor(contract).audit(recordings)
  expect(listUnmet(audited), `Nothing shows these. ${command}`).toEqual([])
  const [real, synthetic] = countKinds(audited)
  recordFigure('obligations of the spec', String(audited.length))
  recordFigure('met by real exchanges', String(real))
  recordFigure('met by synthetic ones only', String(synthetic))
})

test('the generator leaves no obligation unmet', () => {
  expect(listUnmet(entries), 'Teach src/synthetic/ to make these, or record them.').toEqual([])
})

test('the synthetic recordings and the ledger are what the spec and the generator give', async () => {
  const repository = new URL('../../../', import.meta.url)
  const problems = await Promise.all(
    [...files].map(async ([file, expected]) => {
      const text = await readFile(new URL(file, repository), 'utf8').catch(() => '')
      return findDifference(file, text, expected) ?? []
    }),
  )
  expect(problems.flat()).toEqual([])
  expect(findLeftOver(recordings, files), `Nothing needs these any more. ${command}`).toEqual([])
})

test('a synthetic recording that is no longer generated is left over', () => {
  const [synthetic] = recordings.filter(({ recording }) => recording.recorded.source === 'synthetic')
  const former = { ...synthetic!, file: 'acs_credentials_create/200-former.gen.json' }
  expect(findLeftOver([...recordings, former], files)).toEqual([
    'packages/contract-tests/recordings/acs_credentials_create/200-former.gen.json',
  ])
})

const path = '/acs/credentials/create'
/** The first and the last status of those whose bodies have one schema. */
const refusals = entries.flatMap(({ obligation }) => ('body' in obligation ? obligation.body.side : [])).at(-1)
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test.each<[string, (contract: Json) => void, string[]]>([
  [
    'property of the request',
    ({ components: { schemas } }) =>
      (schemas.create_acs_credential_options.properties.unheard_of = { type: 'integer' }),
    ['request application/json unheard_of present'],
  ],
  [
    'property of the answer',
    ({ components: { schemas } }) => (schemas.visionline_metadata.properties.unheard_of = { type: 'string' }),
    ['200 application/json acs_credential.visionline_metadata.unheard_of present'],
  ],
  [
    'value of an enum',
    ({ components: { schemas } }) => schemas.external_type.anyOf[0].enum.push('unheard_of_card'),
    ['200 application/json acs_credential.external_type "unheard_of_card"'],
  ],
  [
    'type of error',
    ({ components: { schemas } }) => schemas.error_type.anyOf[0].enum.push('door_not_found'),
    [`${refusals} application/json error.type "door_not_found"`],
  ],
  [
    'nullable',
    ({ components: { schemas } }) => (schemas.acs_credential.properties.starts_at.type = ['string', 'null']),
    ['200 application/json acs_credential.starts_at null'],
  ],
  [
    'warning',
    ({ components: { schemas } }) => {
      const code = { type: 'string', const: 'unheard_of' }
      const properties = { warning_code: code, door: { type: 'string' } }
      schemas.unheard_of_warning = { type: 'object', required: ['door', 'warning_code'], properties }
      schemas.acs_credential_warning.allOf[1].anyOf.unshift(reference('unheard_of_warning'))
      schemas.unlisted_warning.properties.warning_code.not.enum.push('unheard_of')
    },
    [
      '200 application/json acs_credential.warnings[] unheard_of_warning',
      '200 application/json acs_credential.warnings[].door present',
    ],
  ],
  [
    'schema with another inside',
    ({ components: { schemas } }) => {
      schemas.door = {
        type: 'object',
        required: ['locks'],
        properties: { locks: { type: 'array', items: reference('lock') } },
      }
      schemas.lock = {
        type: 'object',
        properties: { inner: reference('lock'), is_open: { type: ['boolean', 'null'] } },
      }
      schemas.acs_credential.properties.door = reference('door')
    },
    [
      '200 application/json acs_credential.door.locks filled',
      '200 application/json acs_credential.door.locks[].is_open null',
      '200 application/json acs_credential.door.locks[].inner.is_open false',
    ],
  ],
  [
    'status',
    ({ paths }) => (paths[path].post.responses[418] = paths[path].post.responses[404]),
    ['418 status', '418 content application/json', '418 header seam-request-id'],
  ],
])('a new %s is unmet until recordings are generated for it', (_, change, expected) => {
  const document = structuredClone<Json>(contract)
  change(document)
  const ids = expected.map((id) => `acs_credentials_create ${id}`)
  expect(listUnmet(createAuditor(document).audit(recordings))).toEqual(expect.arrayContaining(ids))
  expect(listUnmet(generateFiles(document, recordings).entries)).toEqual([])
})

test('a property that no recording may have is found unmet, not met', () => {
  const document = structuredClone<Json>(contract)
  // No string of digits has a letter.
  const impossible = { type: 'string', pattern: '^[0-9]+$', allOf: [{ pattern: '[a-z]' }] }
  document.components.schemas.acs_credential.properties.impossible = impossible
  expect(listUnmet(generateFiles(document, recordings).entries)).toEqual([
    'acs_credentials_create 200 application/json acs_credential.impossible present',
  ])
})

test('a new operation is unmet until recordings are generated for it', () => {
  const document = structuredClone<Json>(contract)
  document.paths['/acs/credentials/update'] = {
    post: { ...contract.paths[path].post, operationId: 'acs_credentials_update' },
  }
  const unmet = listUnmet(createAuditor(document).audit(recordings))
  expect(unmet).toContain('acs_credentials_update 200 status')
  expect(unmet).toContain('acs_credentials_update request application/json access_method "card"')
  expect(listUnmet(generateFiles(document, recordings).entries)).toEqual([])
})

test('a recording that the spec refuses shows nothing of its bodies', () => {
  const [first] = recordings.filter(({ recording }) => recording.response.status === 200)
  const refused = structuredClone(first!.recording)
  refused.response.body.undeclared = 1
  const { findMet } = createAuditor(contract)
  const met = (recording: typeof refused) =>
    findMet(recording).filter((obligation) => 'body' in obligation && obligation.body.statuses.includes(200)).length
  expect(met(first!.recording)).toBeGreaterThan(0)
  expect(met(refused)).toBe(0)
})

test('a refused request shows nothing, for it may not have been read', () => {
  const { findMet } = createAuditor(contract)
  const refused = recordings.filter(({ recording }) => recording.response.status >= 400)
  expect(refused.length).toBeGreaterThan(0)
  const met = refused.flatMap(({ recording }) => findMet(recording))
  expect(met.filter((obligation) => 'body' in obligation && obligation.body.side === 'request')).toEqual([])
})
