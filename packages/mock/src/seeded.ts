export interface SeededValues {
  /** A UUID that depends only on the seed and on `parts`. */
  uuid(...parts: unknown[]): string
  /** Decimal digits that depend only on the seed and on `parts`. */
  digits(length: number, ...parts: unknown[]): string
}

export function createSeededValues(seed: string | number): SeededValues {
  const hash = (parts: unknown[]) => hash128(JSON.stringify([seed, ...parts]))
  return {
    uuid: (...parts) => {
      const hex = hash(parts)
        .map((word) => word.toString(16).padStart(8, '0'))
        .join('')
      const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16)
      // Version 4, variant 1.
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
    },
    digits: (length, ...parts) => `${hash(parts)[0]! % 10 ** length}`.padStart(length, '0'),
  }
}

/** A hash of 128 bits in four words (cyrb128): well distributed, but not cryptographic. */
function hash128(text: string): number[] {
  let [one, two, three, four] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = two ^ Math.imul(one ^ code, 597399067)
    two = three ^ Math.imul(two ^ code, 2869860233)
    three = four ^ Math.imul(three ^ code, 951274213)
    four = one ^ Math.imul(four ^ code, 2716044179)
  }
  one = Math.imul(three ^ (one >>> 18), 597399067)
  two = Math.imul(four ^ (two >>> 22), 2869860233)
  three = Math.imul(one ^ (three >>> 17), 951274213)
  four = Math.imul(two ^ (four >>> 19), 2716044179)
  one ^= two ^ three ^ four
  return [one, two ^ one, three ^ one, four ^ one].map((word) => word >>> 0)
}
