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
      // Version 4, variant 1.
      return hex.replace(/^(.{8})(.{4}).(.{3})(.)(.{3})(.{12})$/, (_, a, b, c, variant, d, e) => {
        const bits = ((parseInt(variant, 16) & 3) | 8).toString(16)
        return `${a}-${b}-4${c}-${bits}${d}-${e}`
      })
    },
    digits: (length, ...parts) => `${hash(parts)[0]! % 10 ** length}`.padStart(length, '0'),
  }
}

/** A hash of 128 bits in four words (cyrb128): well distributed, but not cryptographic. */
function hash128(text: string): number[] {
  const factors = [597399067, 2869860233, 951274213, 2716044179]
  const words = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    for (let word = 0; word < 4; word++) {
      words[word] = words[(word + 1) % 4]! ^ Math.imul(words[word]! ^ code, factors[word]!)
    }
  }
  for (const [word, other, shift] of [
    [0, 2, 18],
    [1, 3, 22],
    [2, 0, 17],
    [3, 1, 19],
  ] as const) {
    words[word] = Math.imul(words[other]! ^ (words[word]! >>> shift), factors[word]!)
  }
  words[0]! ^= words[1]! ^ words[2]! ^ words[3]!
  for (const word of [1, 2, 3]) words[word]! ^= words[0]!
  return words.map((word) => word >>> 0)
}
