import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../lint/plugin.ts'
import { createLinter } from '../lint/problems.ts'
import { copySpec, editSpec, listExpectedErrors } from './mutated-specs.ts'
import { mutations, type Mutation } from './mutations.ts'
import { listErrors, specFolder } from './run-lint.ts'

const configText = readFileSync(join(specFolder, 'redocly.yaml'), 'utf8')
const enabledRules = [...configText.slice(configText.indexOf('\nrules:')).matchAll(/^  ([\w/-]+):/gm)].map(
  ([, rule]) => rule,
)

const folder = copySpec()
const linter = await createLinter()

/** Makes the linter read files again. */
const forget = (edits: Mutation['edits']) => {
  for (const [file] of edits) linter.externalRefResolver.cache.delete(join(folder, file))
}

test('the linter finds nothing to report in the spec', async () => {
  expect(await listErrors(specFolder, await createLinter())).toEqual([])
})

test('the spec has no exceptions to the rules', () => {
  expect(existsSync(join(specFolder, '.redocly.lint-ignore.yaml'))).toBe(false)
})

test.each(mutations)('$rule objects when $when', async (mutation) => {
  editSpec(folder, mutation.edits)
  forget(mutation.edits)
  const errors = await listErrors(folder, linter)
  forget(mutation.edits)

  const expectedErrors = listExpectedErrors(folder, mutation)
  expect(errors).toEqual(expect.arrayContaining(expectedErrors))
  // The same rule may object in other places, such as each operation that uses the flawed file. No other rule may.
  expect(new Set(errors.map(nameRule))).toEqual(new Set(expectedErrors.map(nameRule)))
})

test.each(enabledRules)('%s has a mutation that it objects to', (rule) => {
  const mutatedRules = mutations.map((mutation) => mutation.rule)

  expect(
    mutatedRules,
    `Add a flaw that ${rule} finds to spec/test/mutations.ts, with the line at which it reports it`,
  ).toContain(rule)
})

test.each(Object.keys(rules))('redocly.yaml enables seam/%s', (rule) => {
  expect(enabledRules).toContain(`seam/${rule}`)
})

const nameRule = (error: string) => error.split(' ')[0]
