import type { AcsCredential, CreateAcsCredentialRequest, DateTimeInput } from '@seam-acs/types'
import { expectTypeOf, test } from 'vitest'

declare function create(body: CreateAcsCredentialRequest): void

/** As in TypeScript's declarations of Temporal, which this package does not require. */
interface Instant {
  readonly epochMilliseconds: number
  readonly epochNanoseconds: bigint
  toJSON(): string
  toString(options?: { timeZone?: string }): string
  toZonedDateTimeISO(timeZone: string): ZonedDateTime
  valueOf(): never
  readonly [Symbol.toStringTag]: 'Temporal.Instant'
}

interface ZonedDateTime {
  readonly calendarId: string
  readonly timeZoneId: string
  readonly epochMilliseconds: number
  readonly epochNanoseconds: bigint
  toInstant(): Instant
  toJSON(): string
  valueOf(): never
  readonly [Symbol.toStringTag]: 'Temporal.ZonedDateTime'
}

interface PlainDateTime {
  readonly calendarId: string
  readonly year: number
  toJSON(): string
  valueOf(): never
  readonly [Symbol.toStringTag]: 'Temporal.PlainDateTime'
}

declare const instant: Instant
declare const zoned: ZonedDateTime
declare const plain: PlainDateTime
const owned = { access_method: 'code', acs_user_id: '53f39f90-5113-4bdd-8432-acf328ce508c' } as const

test('a request takes a date as a string, as a `Date` and as a `Temporal.Instant`', () => {
  create({ ...owned, starts_at: '2025-06-19T21:08:08.000Z', ends_at: '2025-06-23T12:35:01+02:00' })
  create({ ...owned, starts_at: new Date(), ends_at: new Date() })
  create({ ...owned, starts_at: instant, ends_at: zoned.toInstant() })
})

test('a date whose JSON the API rejects is an error', () => {
  // @ts-expect-error the JSON has a time zone name
  create({ ...owned, starts_at: zoned })
  // @ts-expect-error the JSON has no offset
  create({ ...owned, starts_at: plain })
  // @ts-expect-error the JSON is a number
  create({ ...owned, starts_at: Date.now() })
})

test('the type of a date has a name', () => {
  expectTypeOf<CreateAcsCredentialRequest['ends_at']>().toEqualTypeOf<DateTimeInput | undefined>()
  expectTypeOf<Instant>().toExtend<DateTimeInput>()
})

test('the dates of a response are strings', () => {
  expectTypeOf<AcsCredential['created_at']>().toEqualTypeOf<string>()
  expectTypeOf<AcsCredential['starts_at']>().toEqualTypeOf<string | undefined>()
})
