const day = 86_400_000
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/**
 * The value with all of its date-times moved on by the same number of whole days, so that the first comes after now:
 * the examples of the description are of a year that is over, and nobody may have a credential for it.
 */
export function moveDates(value: unknown, now: Date): unknown {
  const dates = [...listDates(value)]
  if (dates.length === 0) return value
  const days = Math.ceil((now.getTime() - Math.min(...dates)) / day)
  return days > 0 ? move(value, days * day) : value
}

function* listDates(value: unknown): Generator<number> {
  if (typeof value === 'string' && dateTime.test(value)) yield Date.parse(value)
  else if (typeof value === 'object' && value) for (const inner of Object.values(value)) yield* listDates(inner)
}

function move(value: unknown, time: number): unknown {
  if (typeof value === 'string') {
    return dateTime.test(value) ? new Date(Date.parse(value) + time).toISOString() : value
  }
  if (Array.isArray(value)) return value.map((item) => move(item, time))
  if (typeof value !== 'object' || !value) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, move(inner, time)]))
}
