import { readFile } from 'node:fs/promises'
import { findSecrets } from '@seam-acs/recorder/redact'
import { pnpm } from '@seam-acs/runner/command'
import { expect, test } from 'vitest'
import { collectSchemas, createCheck, createCheckFile } from '../src/check.ts'
import { contract } from '../src/contract.ts'
import { listBodies } from '../src/ledger/bodies.ts'
import { folder, recordings } from '../src/recordings.ts'
import { createAjvValidate } from '../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'
import { readOperations } from '@seam-acs/spec/model'
import { recordFigure } from './figures/record-figure.ts'

const validators = {
  Ajv: createAjvValidate(contract),
  '@hyperjump/json-schema': await createHyperjumpValidate(contract, collectSchemas(contract)),
}
const names = Object.keys(validators) as (keyof typeof validators)[]

test.each(names)('every recording is what the spec says to %s, down to its text and its name', async (name) => {
  const checkFile = createCheckFile(contract, createCheck(contract, validators[name]))
  const problems = await Promise.all(
    recordings.map(async ({ file }) => {
      const found = checkFile(file, await readFile(new URL(file, folder), 'utf8'))
      return found.map((problem) => `recordings/${file}${problem}`)
    }),
  )
  const hint =
    'Correct the spec. If the test server of the vendor differs from the API, write the reason into `recorded.differs`.'
  expect(problems.flat(), hint).toEqual([])
  recordFigure(`recordings accepted by ${name}`, `${recordings.length} of ${recordings.length}`)
})

test.each(recordings)('$file has nothing that looks like a secret', ({ recording }) => {
  const hint = `Record it again, which redacts it: \`${pnpm} record --write <file>\`.`
  expect(findSecrets(recording), hint).toEqual([])
})

const examples = listBodies(readOperations(contract)).flatMap((body) =>
  body.examples.map(({ name, value }) => ({ name: `${body.id} ${name}`, schema: body.schema, value })),
)

test.each(examples)('the example $name has no undeclared property and no wrong value', ({ schema, value }) => {
  for (const name of names) expect(validators[name](schema, value), name).toEqual([])
})
