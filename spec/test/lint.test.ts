import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../lint/plugin.ts'
import { listExpectedErrors, makeFolder, writeMutatedSpec } from './mutated-specs.ts'
import { mutations } from './mutations.ts'
import { listErrors, runLint, specFolder, type LintRun } from './run-lint.ts'

const configText = readFileSync(join(specFolder, 'redocly.yaml'), 'utf8')
const enabledRules = [...configText.slice(configText.indexOf('\nrules:')).matchAll(/^  ([\w/-]+):/gm)].map(
  ([, rule]) => rule,
)

const folder = makeFolder()
let allMutations: LintRun

beforeAll(async () => {
  mutations.forEach((mutation, index) => writeMutatedSpec(join(folder, String(index)), mutation))
  const files = mutations.map((_, index) => `${index}/openapi.yaml`)
  // One process for all of them: starting the command takes longer than linting.
  allMutations = await runLint(folder, files, ['--format=github-actions'])
})

afterAll(() => rmSync(folder, { recursive: true }))

test('the linter finds nothing to report in the spec', async () => {
  const run = await runLint(specFolder, ['openapi.yaml'])

  expect(run.output).toContain('Your API description is valid')
  expect(run.exitCode).toBe(0)
})

test('the spec has no exceptions to the rules', () => {
  expect(existsSync(join(specFolder, '.redocly.lint-ignore.yaml'))).toBe(false)
})

test('the linter fails when it reports something', () => {
  expect(allMutations.exitCode).toBe(1)
})

test.each(mutations.map((mutation, index) => ({ ...mutation, index })))('$rule objects when $when', (mutation) => {
  const prefix = `${mutation.index}/`
  const errors = listErrors(allMutations.output)
    .filter((error) => error.includes(` ${prefix}`))
    .map((error) => error.replace(prefix, ''))

  const expectedErrors = listExpectedErrors(join(folder, prefix), mutation)
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
