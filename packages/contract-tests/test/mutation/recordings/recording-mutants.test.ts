import { readFile } from 'node:fs/promises'
import { recordingSchema, type Recording } from '@seam-acs/recorder/recording'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile, type Check } from '../../../src/check.ts'
import { generateFiles } from '../../../src/generated-files.ts'
import { folder, recordings as all } from '../../../src/recordings.ts'
import { createAjvValidate } from '../../../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../../../src/validators/hyperjump.ts'
import { recordFigure } from '../../figures/record-figure.ts'
import type { Mutant } from '../mutant.ts'
import { mutateFile } from './files.ts'
import { mutateRecording } from './mutate-recording.ts'
import { contract, recordings as files, sample } from '../../sampled.ts'
import { createCard, smallContract } from '../../small-contract.ts'

const recordings = files.map(({ recording }) => recording)
const checks = {
  Ajv: createCheck(contract),
  '@hyperjump/json-schema': createCheck(contract, await createHyperjumpValidate(contract, collectSchemas(contract))),
}

/** The mutants of a recording that a check lets through. */
function findSurvivors(document: OpenApiDocument, recording: Recording, others: Recording[], check: Check): string[] {
  const mutants = [...mutateRecording(document, recording, others)]
  return mutants.filter((mutant) => check(mutant.recording).length === 0).map(describe)
}

const describe = ({ operator, at }: Mutant) => `${operator} at ${at}`
const ofAll = (count: number) => `${count.toLocaleString('en')} of ${count.toLocaleString('en')}`

test.each(Object.entries(checks))('%s rejects every mutant of every recording', (_, check) => {
  const survivors = files.flatMap(({ file, recording }) =>
    findSurvivors(contract, recording, recordings, check).map(
      (mutant) => `recordings/${file} is accepted with ${mutant}`,
    ),
  )
  expect(survivors).toEqual([])
})

test('there are thousands of mutants, of every kind', () => {
  const mutants = recordings.flatMap((recording) => [...mutateRecording(contract, recording, recordings)])
  const operators = new Set(mutants.map(({ operator }) => operator))
  expect(mutants.length).toBeGreaterThanOrEqual(5000)
  expect([...operators]).toEqual(
    expect.arrayContaining([
      'unlisted value',
      'body as text',
      'break date',
      'break date-time',
      'break pattern or length',
      'break uuid',
      'broken item',
      'drop',
      'ends before it starts',
      'flip',
      'header twice',
      'no body',
      'no content type',
      'no hash',
      'nothing',
      'null',
      'out of range',
      'plain text',
      'rejected without reason',
      'rename',
      'response of another status',
      'retype',
      'truncated body',
      'undeclared',
      'undocumented header',
      'wrong content type',
      'wrong hash',
      'wrong method',
      'wrong path',
      'wrong source',
      'wrong status',
    ]),
  )
  recordFigure('mutants of recordings rejected by both validators', ofAll(mutants.length))
})

test.each([
  ['undeclared properties', /is not declared/],
  ['missing properties', /must have required property/],
  ['formats', /must match format/],
  ['types', /must be (?:string|boolean|array|object)/],
  ['enums', /must be equal to one of/],
  ['constants', /must be equal to constant/],
  ['headers', /has no such header/],
])('a check that overlooks %s lets mutants through', (_, overlooked) => {
  const validate = createAjvValidate(smallContract)
  // Everything around the bodies is still checked, because the check relies on it.
  const careless = createCheck(smallContract, (schema, value) =>
    validate(schema, value).filter((problem) => schema === recordingSchema || !overlooked.test(problem)),
  )
  const check: Check = (recording) => careless(recording).filter((problem) => !overlooked.test(problem))
  expect(findSurvivors(smallContract, createCard(), [], check)).not.toEqual([])
})

test('every mutant of an exchange of every kind of result is rejected', () => {
  const small = [...generateFiles(smallContract, []).files].filter(([file]) => file.endsWith('.json'))
  const exchanges = small.map(([, text]): Recording => JSON.parse(text))
  const check = createCheck(smallContract)
  const survivors = exchanges.flatMap((recording, index) =>
    findSurvivors(smallContract, recording, exchanges, check).map((mutant) => `${small[index]![0]}: ${mutant}`),
  )
  expect(survivors).toEqual([])
})

test('the reader rejects every mutant of the text or the name of every file', async () => {
  const checkFile = createCheckFile(contract, checks.Ajv)
  const survivors: string[] = []
  let count = 0
  for (const { file } of sample(all, 100)) {
    const text = await readFile(new URL(file, folder), 'utf8')
    for (const mutant of mutateFile(file, text)) {
      count++
      if (checkFile(mutant.file, mutant.text).length === 0) survivors.push(`${mutant.file}: ${mutant.operator}`)
    }
  }
  expect(survivors).toEqual([])
  recordFigure('mutants of files rejected by the reader', ofAll(count))
})
