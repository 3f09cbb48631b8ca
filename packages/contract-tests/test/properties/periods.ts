import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** Instants in milliseconds, each of them also in words. */
export interface Period {
  now: number
  start: { at: number; text: string }
  end: { at: number; text: string }
}

/** Now, a start and an end that are close to each other, in any notation and order. */
export function createPeriods(): Arbitrary<Period> {
  const near = fc.constantFrom(-86_400_000, -1000, -1, 0, 1, 999, 1000, 60_000)
  const notation = fc.tuple(fc.constantFrom(0, 120, -690, 1439), fc.constantFrom('', '000', '000000'))
  return fc
    .tuple(fc.integer({ min: 1e12, max: 3e12 }), near, near, notation, notation)
    .map(([now, toStart, toEnd, ofStart, ofEnd]) => ({
      now,
      start: { at: now + toStart, text: toText(now + toStart, ...ofStart) },
      end: { at: now + toEnd, text: toText(now + toEnd, ...ofEnd) },
    }))
}

/** A date-time with this offset from UTC in minutes, with more digits after its milliseconds. */
function toText(at: number, minutes: number, digits: string): string {
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const zone = `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`
  return `${local}${digits}${minutes === 0 ? 'Z' : zone}`
}

const pad = (value: number) => String(value).padStart(2, '0')
