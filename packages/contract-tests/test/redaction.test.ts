import { toHar, fromHar } from '@seam-acs/recorder/har'
import { createKnownSchemas, findDrift, redact } from '@seam-acs/recorder/redact'
import { expect, test } from 'vitest'
import { contract } from '../src/contract.ts'
import { recordings } from '../src/recordings.ts'

const schemas = createKnownSchemas(contract)

test.each(recordings)('$file is unchanged when it is recorded again', ({ recording: { request, response } }) => {
  const recorded = { request, response }
  expect(JSON.stringify(redact(recorded, { schemas, secrets: [], recorded }))).toBe(JSON.stringify(recorded))
})

test.each(recordings)('$file keeps its shape but not its ids when it is redacted', ({ recording }) => {
  const { request, response } = recording
  const hidden = redact({ request, response }, { schemas, secrets: [] })
  // The documentation writes `<string>` where a code is.
  const drift = findDrift(schemas, recording, hidden).filter((line) => !line.includes('"<string>" →'))
  expect(drift).toEqual([])
  const all = JSON.stringify(hidden)
  for (const value of JSON.stringify(response).match(/[\da-f]{8}-[\da-f-]{27}/g) ?? []) expect(all).not.toContain(value)
})

test('every recording survives its HAR file unchanged', () => {
  const read = fromHar(contract, JSON.parse(JSON.stringify(toHar(contract, recordings))))
  expect(read.map(({ file, recording }) => ({ file, recording }))).toEqual(recordings)
})
