import { isDateTime, isUuid } from '@hyperjump/json-schema-formats'
import { validateRequest, validateResponse } from '@seam-acs/client/validator'
import contract from '@seam-acs/spec' with { type: 'json' }
import { listProperties, readOperations } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { createCaller, path, pin } from '../create-caller.ts'

const dates = [
  '2025-06-16T16:54:17Z',
  '2025-06-16t16:54:17z',
  '2025-06-16T16:54:17.9Z',
  '2025-06-16T16:54:17.123456789012Z',
  '2025-06-16T16:54:17+00:00',
  '2025-06-16T16:54:17-00:00',
  '2025-06-16T16:54:17+23:59',
  '2024-02-29T00:00:00Z',
  '2000-02-29T00:00:00Z',
  '0000-02-29T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1900-02-29T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '2025-02-30T00:00:00Z',
  '2025-04-31T00:00:00Z',
  '2025-12-31T00:00:00Z',
  '2025-00-10T00:00:00Z',
  '2025-13-10T00:00:00Z',
  '2025-10-00T00:00:00Z',
  '2025-10-32T00:00:00Z',
  '2025-06-16T24:00:00Z',
  '2025-06-16T23:60:00Z',
  '2025-06-16T23:59:61Z',
  '2025-06-16T16:54:17+24:00',
  '2025-06-16T16:54:17+02:60',
  '2025-06-16T16:54:17+0200',
  '2025-06-16T16:54:17+02',
  '2025-06-16T16:54:17 Z',
  '2025-06-16T16:54:17',
  '2025-06-16T16:54Z',
  '2025-06-16T16:54:17.Z',
  '2025-06-16T16:54:17,5Z',
  '2025-06-16 16:54:17Z',
  '2025-06-16\t16:54:17Z',
  '2025-06-16\n16:54:17Z',
  '2025-06-16_16:54:17Z',
  '2025-06-16TT16:54:17Z',
  '2025-06-16T16:54:17ZZ',
  '2025-06-16T16:54:17Z\n',
  '\n2025-06-16T16:54:17Z',
  ' 2025-06-16T16:54:17Z',
  '2025-6-16T16:54:17Z',
  '25-06-16T16:54:17Z',
  '+002025-06-16T16:54:17Z',
  '-2025-06-16T16:54:17Z',
  '2025-06-16',
  '20250616T165417Z',
  '2025-W25-1T16:54:17Z',
  '２０２５-06-16T16:54:17Z',
  '2025-06-16T16:54:17ſ',
  '1750092857',
  'Mon, 16 Jun 2025 16:54:17 GMT',
  'now',
  '',
]

/** Leap seconds that occurred and others that did not. */
const leapSeconds = [
  '2016-12-31T23:59:60Z',
  '2016-12-31T15:59:60-08:00',
  '2015-06-30T23:59:60Z',
  '2025-06-30T23:59:60Z',
  '2016-12-31T22:59:60Z',
  '2016-12-31T23:59:60.5z',
]

const uuids = [
  '0fc82df4-391b-4d00-a234-86378f1c3952',
  '0FC82DF4-391B-4D00-A234-86378F1C3952',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a1b2c3d4-e5f6-9a3b-fc1d-0e9f8a7b6c5d',
  '0fc82df4391b4d00a23486378f1c3952',
  'urn:uuid:0fc82df4-391b-4d00-a234-86378f1c3952',
  '{0fc82df4-391b-4d00-a234-86378f1c3952}',
  ' 0fc82df4-391b-4d00-a234-86378f1c3952',
  '0fc82df4-391b-4d00-a234-86378f1c3952\n',
  '0fc82df4-391b-4d00-a234-86378f1c395',
  '0fc82df4-391b-4d00-a234-86378f1c39522',
  '0fc82df4-391b-4d00a-234-86378f1c3952',
  'gfc82df4-391b-4d00-a234-86378f1c3952',
  '0fc82df4_391b_4d00_a234_86378f1c3952',
  '0fc82df4-391b-4d00-a234-86378f1c395２',
  '',
]

/** Whether the mock accepts the format of a value. A date in the past has a valid format. */
async function mockAccepts(name: string, value: string) {
  const { body } = await createCaller().call({ body: pin({ [name]: value }) })
  return body.ok || !JSON.stringify(body.error.validation_errors[name]).includes('Invalid')
}

const clientAccepts = (name: string, value: string) => validateRequest(path, pin({ [name]: value })).length === 0

test.each(dates)('the mock, the client and RFC 3339 agree on the date-time %j', async (value) => {
  const verdict = isDateTime(value)
  expect([await mockAccepts('starts_at', value), await mockAccepts('ends_at', value)]).toEqual([verdict, verdict])
  expect(clientAccepts('starts_at', value)).toBe(verdict)
})

// RFC 3339 allows leap seconds that occurred, but neither JavaScript nor the API supports them.
test.each(leapSeconds)('the mock and the client reject the leap second %s', async (value) => {
  expect([await mockAccepts('starts_at', value), clientAccepts('starts_at', value)]).toEqual([false, false])
})

test.each(uuids)('the mock, the client and RFC 4122 agree on the UUID %j', async (value) => {
  const verdict = isUuid(value)
  expect([await mockAccepts('acs_user_id', value), clientAccepts('acs_user_id', value)]).toEqual([verdict, verdict])
})

const scalars = [null, true, 0, 1.5, '', 'x', '12', '2030-01-01T00:00:00Z', uuids[0]]
const values = [...scalars, [], ['x'], [uuids[0]], {}, { auto_join: 1 }, { auto_join: true }]
const { request } = readOperations(contract).find((operation) => operation.path === path)!
const names = listProperties(contract, request!.schema!).map(({ name }) => name)

test.each(names)(
  'the mock and the client agree on requests with any value of %s, and on the responses',
  async (name) => {
    const disputes = []
    for (const value of values) {
      const given = pin({ [name]: value })
      const { status, body } = await createCaller().call({ body: given })
      const isValid = validateRequest(path, given).every(({ message }) => message === 'is not a known property')
      if ((status === 200) !== isValid) disputes.push(value)
      if (status === 200 && validateResponse(path, body).length > 0) disputes.push(body)
    }
    expect(disputes).toEqual([])
  },
)
