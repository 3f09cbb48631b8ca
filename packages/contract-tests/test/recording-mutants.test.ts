import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile, type Check } from '../src/check.ts'
import { recordFigure } from '../src/figures.ts'
import { mutateFile } from '../src/mutation/recordings-files.ts'
import { mutateRecording, type Mutant } from '../src/mutation/recordings.ts'
import { directory, readRecordings, type Recording } from '../src/recording.ts'
import { createAjvValidate } from '../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'
import { recordingSchema } from '../src/validators/recording-schema.ts'

const files = await readRecordings()
const recordings = files.map(({ recording }) => recording)
const checks = {
  Ajv: createCheck(contract),
  '@hyperjump/json-schema': createCheck(contract, await createHyperjumpValidate(contract, collectSchemas(contract))),
}

/** The mutants of a recording that a check lets through. */
function findSurvivors(recording: Recording, check: Check): string[] {
  const mutants = [...mutateRecording(contract, recording, recordings)]
  return mutants.filter((mutant) => check(mutant.recording).length === 0).map(describe)
}

const describe = ({ operator, at }: Mutant) => `${operator} at ${at}`
const ofAll = (count: number) => `${count.toLocaleString('en')} of ${count.toLocaleString('en')}`

test.each(Object.entries(checks))('%s refuses every mutant of every recording', (_, check) => {
  const survivors = files.flatMap(({ file, recording }) =>
    findSurvivors(recording, check).map((mutant) => `recordings/${file} is accepted with ${mutant}`),
  )
  expect(survivors).toEqual([])
})

test('there are thousands of mutants, of every kind', () => {
  const mutants = recordings.flatMap((recording) => [...mutateRecording(contract, recording, recordings)])
  const operators = new Set(mutants.map(({ operator }) => operator))
  expect(mutants.length).toBeGreaterThanOrEqual(5000)
  expect([...operators].toSorted()).toMatchInlineSnapshot(`
    [
      "alien value",
      "answer of another status",
      "body as text",
      "break date",
      "break date-time",
      "break pattern or length",
      "break uuid",
      "broken item",
      "drop",
      "ends before it starts",
      "flip",
      "header twice",
      "no body",
      "no content type",
      "no hash",
      "nothing",
      "null",
      "out of range",
      "plain text",
      "refused without reason",
      "rename",
      "retype",
      "truncated body",
      "undeclared",
      "undocumented header",
      "wrong content type",
      "wrong hash",
      "wrong method",
      "wrong path",
      "wrong source",
      "wrong status",
    ]
  `)
  recordFigure('mutants of recordings refused by both validators', ofAll(mutants.length))
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
  const validate = createAjvValidate(contract)
  // What is around the bodies is still looked at, for the check relies on it.
  const careless = createCheck(contract, (schema, value) =>
    validate(schema, value).filter((problem) => schema === recordingSchema || !overlooked.test(problem)),
  )
  const check: Check = (recording) => careless(recording).filter((problem) => !overlooked.test(problem))
  const { recording } = files.find(({ file }) => file.endsWith('/200-card.json'))!
  expect(findSurvivors(recording, check)).not.toEqual([])
})

test('the reader refuses every mutant of the text or the name of every file', async () => {
  const checkFile = createCheckFile(contract, checks.Ajv)
  const survivors: string[] = []
  let count = 0
  for (const { file } of files) {
    const text = await readFile(new URL(file, directory), 'utf8')
    for (const mutant of mutateFile(file, text)) {
      count++
      if (checkFile(mutant.file, mutant.text).length === 0) survivors.push(`${mutant.file}: ${mutant.operator}`)
    }
  }
  expect(survivors).toEqual([])
  recordFigure('mutants of files refused by the reader', ofAll(count))
})
