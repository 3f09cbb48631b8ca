import { expect, test } from 'vitest'
import { countDays, firstDate, moveDates } from '../../src/contract/operations/dates.ts'
import { operations } from '../../src/contract/pages/pages.ts'

const after = new Date('2030-05-01T12:00:00Z')

test('dates of the past are moved to the days to come, all by the same days, and keep their times', () => {
  const value = {
    ends_at: '2025-06-23T12:35:01.123456+02:00',
    inside: [{ starts_at: '2025-06-19T21:08:08.000Z' }],
    code: '2025',
  }
  expect(moveDates(value, countDays(value, after))).toEqual({
    ends_at: '2030-05-05T12:35:01.123456+02:00',
    inside: [{ starts_at: '2030-05-01T21:08:08.000Z' }],
    code: '2025',
  })
})

test('dates to come stay, and so does a value without any', () => {
  expect(countDays({ ends_at: '2031-01-01T00:00:00Z' }, after)).toBe(0)
  expect(countDays(undefined, after)).toBe(0)
})

test('every date of a request that the reference shows is at least a year ahead (else raise firstDate)', () => {
  const year = 365 * 86_400_000
  expect(firstDate.getTime() - Date.now()).toBeGreaterThan(year)
  const texts = operations.flatMap(({ scenarios }) => JSON.stringify(scenarios.map(({ value }) => value)))
  const dates = texts.flatMap((text) =>
    [...text.matchAll(/"(\d{4}-\d\d-\d\dT[^"]*)"/g)].map(([, date]) => Date.parse(date!)),
  )
  expect(dates.length).toBeGreaterThan(0)
  expect(Math.min(...dates) - Date.now()).toBeGreaterThan(year)
})
