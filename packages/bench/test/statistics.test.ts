import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, test } from 'vitest'
import { shuffle } from '../src/shuffle.ts'
import { ratiosOf, spreadOf } from '../src/statistics.ts'

test('the median of an odd number of values is the middle one, whatever their order', () => {
  expect(spreadOf([100, 1, 3]).median).toBe(3)
})

test('the median of an even number of values is half way between the middle two', () => {
  expect(spreadOf([4, 1, 100, 2]).median).toBe(3)
})

test('a quartile lies a quarter of the way from the lowest to the highest rank', () => {
  expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, lowerQuartile: 2, upperQuartile: 4 })
  expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, lowerQuartile: 1.75, upperQuartile: 3.25 })
})

test('values are sorted as numbers, and the original order is kept', () => {
  const values = [10, 9, 1]
  expect(spreadOf(values).median).toBe(9)
  expect(values).toEqual([10, 9, 1])
})

test('each time is divided by the baseline of its own round', () => {
  // The ratio of the medians would be 4.
  expect(ratiosOf([2, 40, 8], [1, 10, 2])).toMatchObject({ median: 4 })
  expect(ratiosOf([2, 40, 9], [1, 40, 3])).toMatchObject({ median: 2 })
})

test('shuffling keeps every value, in an order that the seed decides', () => {
  const values = Array.from({ length: 10 }, (_, index) => index)
  const shuffled = shuffle(values, xoroshiro128plus(1))
  expect(shuffled).not.toEqual(values)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(values)
  expect(shuffle(values, xoroshiro128plus(1))).toEqual(shuffled)
  expect(shuffle(values, xoroshiro128plus(2))).not.toEqual(shuffled)
})

test('shuffling puts every value in every place equally often', () => {
  const random = xoroshiro128plus(1)
  const firsts = Array.from({ length: 6000 }, () => shuffle(['a', 'b', 'c'], random)[0])
  for (const value of ['a', 'b', 'c']) {
    expect(firsts.filter((first) => first === value).length / 2000).toBeCloseTo(1, 1)
  }
})
