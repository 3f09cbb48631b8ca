export interface Spread {
  median: number
  lowerQuartile: number
  upperQuartile: number
}

/** The median and the quartiles, with linear interpolation; NaN if there are no values. */
export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), lowerQuartile: quantile(sorted, 0.25), upperQuartile: quantile(sorted, 0.75) }
}

/** The spread of the ratios within each round. */
export function ratiosOf(times: number[], baselineTimes: number[]): Spread {
  return spreadOf(times.map((time, round) => time / baselineTimes[round]!))
}

function quantile(sorted: number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)]!
  const above = sorted[Math.ceil(position)]!
  return below + (above - below) * (position % 1)
}
