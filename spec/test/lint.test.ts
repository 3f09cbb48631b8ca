import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rules } from '../lint/plugin.ts'
import { listExpectedErrors, makeFolder, writeMutatedSpec } from './mutated-specs.ts'
import { mutations } from './mutations.ts'
import { listErrors, specFolder } from './run-lint.ts'

const configText = readFileSync(join(specFolder, 'redocly.yaml'), 'utf8')
const enabledRules = [...configText.slice(configText.indexOf('\nrules:')).matchAll(/^  ([\w/-]+):/gm)].map(
  ([, rule]) => rule,
)

const folder = makeFolder()

afterAll(() => rmSync(folder, { recursive: true }))

test('the linter finds nothing to report in the spec', async () => {
  expect(await listErrors(specFolder)).toEqual([])
})

test('the spec has no exceptions to the rules', () => {
  expect(existsSync(join(specFolder, '.redocly.lint-ignore.yaml'))).toBe(false)
})

test.each(mutations.map((mutation, index) => ({ ...mutation, index })))(
  '$rule objects when $when',
  async (mutation) => {
    const mutated = join(folder, String(mutation.index))
    writeMutatedSpec(mutated, mutation)
    const errors = await listErrors(mutated)

    const expectedErrors = listExpectedErrors(mutated, mutation)
    expect(errors).toEqual(expect.arrayContaining(expectedErrors))
    // The same rule may object in other places, such as each operation that uses the flawed file. No other rule may.
    expect(new Set(errors.map(nameRule))).toEqual(new Set(expectedErrors.map(nameRule)))
  },
)

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
