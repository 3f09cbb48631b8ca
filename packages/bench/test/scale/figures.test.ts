import { expect, test } from 'vitest'
import { fitExponent } from '../../scale/figures/fit.ts'
import { renderPlot } from '../../scale/figures/plot.ts'

const grow = (exponent: number) =>
  [1, 50, 300, 1000].map((size): [number, number] => [size, 0.3 + 0.01 * (size - 1) ** exponent])

test.each([0.9, 1, 1.15, 2])('an exponent of %d is found beside a constant start-up time', (exponent) => {
  expect(fitExponent(grow(exponent))).toBeCloseTo(exponent, 2)
})

test('two sizes are too few for an exponent', () => {
  expect(fitExponent(grow(1).slice(0, 2))).toBeNaN()
})

test('a plot has a line and a name for each program, and names do not overlap', () => {
  const plot = renderPlot(
    [
      { name: 'types', points: grow(1) },
      { name: 'lint', points: grow(1) },
    ],
    'Time',
  )
  const places = [...plot.matchAll(/y="([\d.]+)" style=/g)].map(([, y]) => Number(y))
  expect(plot.match(/<path stroke=/g)).toHaveLength(2)
  expect(Math.abs(places[0]! - places[1]!)).toBeGreaterThanOrEqual(14)
})
