import { readFile } from 'node:fs/promises'
import { findDifference } from '@seam-acs/codegen/generated-file'
import { pnpm } from '@seam-acs/runner/command'
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { contract } from '../../src/contract.ts'
import { findObsolete, generateFiles } from '../../src/generated-files.ts'
import { createAuditor, type Entry } from '../../src/ledger/ledger.ts'
import { countKinds } from '../../src/ledger/render-ledger.ts'
import { recordings } from '../../src/recordings.ts'
import { synthesize } from '../../src/synthetic/synthesize.ts'
import { recordFigure } from '../figures/record-figure.ts'
import { growContract } from '../grown-contract.ts'
import { createCard, createErrorRecording, smallContract } from '../small-contract.ts'

const { files, entries } = generateFiles(contract, recordings)

const listUnmet = (audited: Entry[]) =>
  audited.filter(({ real, synthetic }) => real.length + synthetic.length === 0).map(({ obligation }) => obligation.id)

test('everything that the spec allows can be shown', () => {
  const hint =
    'No exchange can be made that shows these. Record one, or give the operation in spec/ an example that fits.'
  expect(listUnmet(entries), hint).toEqual([])
})

test('the committed generated recordings and the ledger are up to date', async () => {
  const repository = new URL('../../../../', import.meta.url)
  const problems = await Promise.all(
    [...files].map(async ([file, expected]) => {
      const text = await readFile(new URL(file, repository), 'utf8').catch(() => '')
      return findDifference(file, text, expected) ?? []
    }),
  )
  expect(problems.flat()).toEqual([])
  const hint = `These are no longer needed. Run \`${pnpm} generate\` and commit the result.`
  expect(findObsolete(recordings, files), hint).toEqual([])
  const [real, synthetic] = countKinds(entries)
  recordFigure('obligations of the spec', String(entries.length))
  recordFigure('met by real exchanges', String(real))
  recordFigure('met by synthetic ones only', String(synthetic))
})

test('a generated recording that is no longer needed is obsolete', () => {
  const [synthetic] = recordings.filter(({ recording }) => recording.recorded.source === 'synthetic')
  const former = { ...synthetic!, file: 'acs_credentials_create/200-former.gen.json' }
  expect(findObsolete([...recordings, former], files)).toEqual([
    'packages/contract-tests/recordings/acs_credentials_create/200-former.gen.json',
  ])
})

/** The small contract with a change, and its recordings from before. */
function change(apply: (schemas: Json, paths: Json) => void) {
  const document: Json = structuredClone(smallContract)
  apply(document.components.schemas, document.paths)
  return document
}
const toRecordings = (texts: Map<string, string>) =>
  [...texts].filter(([file]) => file.endsWith('.json')).map(([file, text]) => ({ file, recording: JSON.parse(text) }))
const small = toRecordings(generateFiles(smallContract, []).files)

test('every kind of result, and a request without a body, can be shown', () => {
  expect(listUnmet(createAuditor(smallContract).audit(small))).toEqual([])
  const folders = new Set(small.map(({ file }) => file.split('/').at(-2)))
  expect(folders.size).toBe(Object.keys(smallContract.paths!).length)
  const grown = generateFiles(growContract(contract), recordings)
  expect(listUnmet(grown.entries)).toEqual([])
})

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test.each<[string, (schemas: Json, paths: Json) => void, string[]]>([
  [
    'property of the request',
    ({ key_options }) => (key_options.properties.unheard_of = { type: 'integer' }),
    ['keys_create request application/json unheard_of present'],
  ],
  [
    'property of the response',
    ({ key }) => (key.properties.metadata.properties.unheard_of = { type: 'string' }),
    ['keys_create 200 application/json key.metadata.unheard_of present'],
  ],
  [
    'value of an enum',
    ({ kind }) => kind.enum.push('unheard_of'),
    [
      'keys_create 200 application/json key.kind "unheard_of"',
      'keys_create request application/json kind "unheard_of"',
    ],
  ],
  [
    'type of error',
    ({ error }) => error.properties.type.anyOf[0].enum.push('door_not_found'),
    ['errors error_response application/json error.type "door_not_found"'],
  ],
  [
    'nullable',
    ({ key }) => (key.properties.starts_at.type = ['string', 'null']),
    ['keys_create 200 application/json key.starts_at null'],
  ],
  [
    'alternative',
    (schemas) => {
      const properties = { note_code: { type: 'string', const: 'unheard_of' }, door: { type: 'string' } }
      schemas.unheard_of_note = { type: 'object', required: ['door', 'note_code'], properties }
      schemas.note.allOf[1].anyOf.unshift(reference('unheard_of_note'))
      schemas.unlisted_note.properties.note_code.not.enum.push('unheard_of')
    },
    [
      'keys_create 200 application/json key.notes[] unheard_of_note',
      'keys_create 200 application/json key.notes[].door present',
    ],
  ],
  [
    'map',
    ({ key }) => (key.properties.labels = { type: 'object', additionalProperties: { type: 'string', minLength: 1 } }),
    ['keys_create 200 application/json key.labels.* present'],
  ],
  [
    'schema with another inside',
    (schemas) => {
      const lock = { type: 'object', properties: { inner: reference('lock'), is_open: { type: 'boolean' } } }
      Object.assign(schemas, {
        lock,
        door: { type: 'object', properties: { locks: { type: 'array', items: reference('lock') } } },
      })
      schemas.key.properties.door = reference('door')
    },
    ['keys_create 200 application/json key.door.locks[].inner.is_open false'],
  ],
  [
    'status',
    (_, paths) => (paths['/keys/create'].post.responses[418] = paths['/keys/create'].post.responses[404]),
    ['keys_create 418 status', 'keys_create 418 content application/json', 'keys_create 418 header x-request-id'],
  ],
  [
    'operation',
    (_, paths) => (paths['/keys/renew'] = { post: { ...paths['/keys/delete'].post, operationId: 'keys_renew' } }),
    ['keys_renew 200 status', 'keys_renew request application/json key_id present'],
  ],
])('a new %s is unmet until recordings are generated for it', (_, apply, expected) => {
  const document = change(apply)
  expect(listUnmet(createAuditor(document).audit(small))).toEqual(expect.arrayContaining(expected))
  expect(listUnmet(generateFiles(document, []).entries)).toEqual([])
})

test('a property that no recording can have is unmet', () => {
  // No string of digits has a letter.
  const impossible = { type: 'string', pattern: '^[0-9]+$', allOf: [{ pattern: '[a-z]' }] }
  const document = change(({ key }) => (key.properties.impossible = impossible))
  expect(listUnmet(generateFiles(document, []).entries)).toEqual([
    'keys_create 200 application/json key.impossible present',
  ])
})

test('each generated recording has a file of its own, even if the name of what it shows ends with a number', () => {
  const document = change(({ key }) => {
    key.properties.part_2 = { type: 'object', properties: { is_open: { type: 'boolean' } } }
  })
  const made = synthesize(document, [], createAuditor(document)).map(({ file }) => file)
  expect(made.filter((file) => file.includes('part-2')).length).toBeGreaterThan(1)
  expect(made).toEqual([...new Set(made)])
})

test('a component that several operations have is shown by one of them', () => {
  const ids = entriesOf(smallContract).map(({ obligation }) => obligation.id)
  expect(ids).toContain('keys_create 200 application/json key.number null')
  expect(ids).toContain('keys_list 200 application/json keys filled')
  expect(ids.filter((id) => /^keys_list .*number/.test(id))).toEqual([])
})

test('an error response that several operations describe in the same words is shown by one of them', () => {
  const [first, second] = Object.keys(smallContract.paths!) as [string, string]
  const [, idOfSecond] = [first, second].map((path) => smallContract.paths![path]!.post!.operationId!)
  const listIds = (document: typeof smallContract, status: string) =>
    entriesOf(document)
      .map(({ obligation }) => obligation.id)
      .filter((id) => id.startsWith(`${idOfSecond} ${status} `))
  const describe = (description: string) =>
    change((_, paths) => {
      for (const path of [first, second]) paths[path].post.responses[418] = { description: 'A teapot.' }
      paths[second].post.responses[418].description = description
    })
  expect(listIds(describe('A teapot.'), '418')).toEqual([])
  expect(listIds(describe('A pot.'), '418')).toContain(`${idOfSecond} 418 status`)
  expect(listIds(smallContract, '200')).not.toEqual([])
})

test('a shared error response counts as shown by a recording of any operation that has it', () => {
  const paths = Object.keys(smallContract.paths!)
  const document = change((_, all) => {
    for (const path of paths) all[path].post.responses[418] = { description: 'A teapot.' }
  })
  const { findMet } = createAuditor(document)
  const met = paths.map((path) => {
    const recording: Json = createErrorRecording(418, 'teapot')
    recording.request.path = path
    return findMet(recording).map(({ id }) => id)
  })
  expect(met[0]).toContainEqual(expect.stringMatching(/ 418 status$/))
  expect(met).toEqual(met.map(() => met[0]))
})

const entriesOf = (document: typeof smallContract) => createAuditor(document).audit([])

test('a recording that the spec does not accept shows nothing of its bodies', () => {
  const { findMet } = createAuditor(smallContract)
  const count = (recording: Json) =>
    findMet(recording).filter((obligation) => 'body' in obligation && obligation.body.side === 'success').length
  expect(count(createCard())).toBeGreaterThan(0)
  expect(count(createCard(({ response }) => (response.body.undeclared = 1)))).toBe(0)
})

test('a request that was rejected shows nothing, because it may not have been read', () => {
  const met = createAuditor(smallContract).findMet(createErrorRecording(404, 'user_not_found'))
  expect(met.filter((obligation) => 'body' in obligation)).not.toEqual([])
  expect(met.filter((obligation) => 'body' in obligation && obligation.body.side === 'request')).toEqual([])
})
