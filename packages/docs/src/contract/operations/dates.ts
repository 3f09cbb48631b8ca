const day = 86_400_000
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** The dates of examples come after this one, because the API rejects credentials for the past. A test fails when it has to be raised. */
export const firstDate = new Date('2035-01-01T00:00:00Z')

/** By how many whole days the date-times of a value have to be moved so that the first comes after another one. */
export function countDays(value: unknown, after: Date): number {
  const dates = [...listDates(value)]
  return dates.length > 0 ? Math.max(0, Math.ceil((after.getTime() - Math.min(...dates)) / day)) : 0
}

function* listDates(value: unknown): Generator<number> {
  if (typeof value === 'string' && dateTime.test(value)) yield Date.parse(value)
  else if (typeof value === 'object' && value) for (const inner of Object.values(value)) yield* listDates(inner)
}

/** The value with the dates of all of its date-times moved; their times stay as they are written. */
export function moveDates(value: unknown, days: number): unknown {
  if (typeof value === 'string') return dateTime.test(value) ? moveDate(value, days) : value
  if (Array.isArray(value)) return value.map((item) => moveDates(item, days))
  if (days === 0 || typeof value !== 'object' || !value || JSON.isRawJSON(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moveDates(inner, days)]))
}

function moveDate(text: string, days: number): string {
  const date = new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) + days * day)
  return date.toISOString().slice(0, 10) + text.slice(10)
}
