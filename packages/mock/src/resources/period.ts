import type { Json } from '../contract.ts'
import type { Issue } from '../request/input-errors.ts'

/** Checks what a schema cannot express: the end must be in the future and after the start. */
export function findPeriodIssues({ starts_at: startsAt, ends_at: endsAt }: Json, now: Date): Issue[] {
  if (typeof endsAt !== 'string') return []
  const end = toSeconds(endsAt)
  const issue = (message: string): Issue[] => [{ path: ['ends_at'], message }]
  if (typeof startsAt === 'string' && end <= toSeconds(startsAt)) return issue('Must be after starts_at')
  return end <= now.getTime() / 1000 ? issue('Must be in the future') : []
}

/** Seconds since 1970 of a date-time; a `Date` would drop all digits after the milliseconds. */
function toSeconds(dateTime: string): number {
  const [, fraction = ''] = /(\.\d+)/.exec(dateTime) ?? []
  return Date.parse(dateTime.toUpperCase().replace(fraction, '')) / 1000 + Number(`0${fraction}`)
}
