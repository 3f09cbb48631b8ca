import type { OpenApiDocument } from '@seam-acs/spec/model'
import { findRequestOnly } from './request-only.ts'

/** The source of the types of a date in a request. openapi-typescript's own option `inject` would lose the comments. */
export const dateTimeTypes = `/**
 * A point in time: a string in ISO 8601 with an offset, a \`Date\` or a \`Temporal.Instant\`.
 * \`JSON.stringify\` turns each of them into the string that the API takes.
 */
export type DateTimeInput = string | Date | InstantLike;

/**
 * The part of a \`Temporal.Instant\` that is needed here, so that no declarations of Temporal are required.
 * A \`Temporal.ZonedDateTime\` does not compile, because the API rejects the time zone name in its JSON.
 * Pass its \`toInstant()\` instead.
 */
export interface InstantLike {
    /** The milliseconds since 1970-01-01T00:00Z. */
    readonly epochMilliseconds: number;
    /** A \`Temporal.ZonedDateTime\` has this property, but an instant does not. */
    readonly timeZoneId?: never;
    /** The instant in ISO 8601, in UTC. */
    toJSON(): string;
}
`

/**
 * Marks the dates that occur only in requests.
 * Dates in responses are strings, so a schema that both use keeps the string.
 */
export function markRequestDates(document: OpenApiDocument): void {
  for (const schema of findRequestOnly(document)) {
    if (schema.format === 'date-time') Object.assign(schema, { 'x-date-time-input': true })
  }
}
