import type { Recording } from '@seam-acs/recorder/recording'
import { createSampleContract, samples } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { collectSchemas, createCheck } from '../src/check.ts'
import { generateFiles } from '../src/generated-files.ts'
import { createAjvValidate } from '../src/validators/ajv.ts'
import { createHyperjumpValidate } from '../src/validators/hyperjump.ts'

const contract = createSampleContract()
const { files, entries } = generateFiles(contract, [])
const exchanges = [...files].filter(([file]) => file.endsWith('.json')).map(([, text]): Recording => JSON.parse(text))
const checks = [
  createCheck(contract, createAjvValidate(contract)),
  createCheck(contract, await createHyperjumpValidate(contract, collectSchemas(contract))),
]

/** A successful exchange of a sample's operation that sends and returns a value. */
function exchangeWith(name: string, value: unknown): Recording {
  const path = `/samples/${name}`
  const exchange = exchanges.find(({ request, response }) => request.path === path && response.status === 200)!
  const body = { ok: true, [`${name}_result`]: { value } }
  return {
    ...exchange,
    request: { ...exchange.request, body: { value } },
    response: { ...exchange.response, body },
  }
}

const findProblems = (recording: Recording) => checks.map((check) => check(recording))

test('exchanges can show everything that a schema with a supported keyword allows', () => {
  const unmet = entries.filter(({ real, synthetic }) => real.length + synthetic.length === 0)
  expect(unmet.map(({ obligation }) => obligation.id)).toEqual([])
  expect(exchanges.flatMap((exchange) => checks.flatMap((check) => check(exchange)))).toEqual([])
})

test.each(samples)('%s: both validators accept what the keyword allows', (name, { valid }) => {
  expect(findProblems(exchangeWith(name, valid))).toEqual([[], []])
})

test.each(samples.filter(([, sample]) => 'invalid' in sample))(
  '%s: both validators reject what the keyword does not allow, in the request and in the response',
  (name, { invalid }) => {
    for (const problems of findProblems(exchangeWith(name, invalid))) {
      expect(problems.some((problem) => problem.startsWith('/request'))).toBe(true)
      expect(problems.some((problem) => problem.startsWith('/response'))).toBe(true)
    }
  },
)
