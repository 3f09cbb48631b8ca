/**
 * The exponent of growth between two sizes, after subtracting what the smallest takes, which is the start-up: 1 if twice
 * the size takes twice as much.
 */
export function fitExponent(points: [size: number, value: number][]): number {
  const [first, ...others] = points.toSorted(([one], [other]) => one - other)
  const [small, large] = others.slice(-2)
  if (!first || !small || !large) return NaN
  return Math.log((large[1] - first[1]) / (small[1] - first[1])) / Math.log(large[0] / small[0])
}
