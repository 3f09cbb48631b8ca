import { expect, test } from 'vitest'
import { fold, foldProperties } from '../../src/contract/schemas/fold.ts'
import type { Property, Shape } from '../../src/contract/schemas/shape.ts'

const shape = (properties: Property[] = []): Shape => ({
  type: 'object',
  nullable: false,
  deprecated: false,
  values: [],
  open: false,
  facts: [],
  groups: properties.length > 0 ? [{ properties }] : [],
  needs: [],
  choices: [],
})

const property = (name: string, others: Partial<Property> = {}): Property => ({
  ...shape(),
  property: name,
  key: 'name',
  anchor: name,
  required: false,
  ...others,
})
const many = (count: number, inside: Partial<Property> = {}) =>
  Array.from({ length: count }, (_, index) => property(`p${index}`, inside))
const holding = (count: number) => ({ groups: [{ properties: many(count) }] })
const find = ({ groups }: Shape, name: string) => groups[0]!.properties.find((each) => each.property === name)!

test('a shape that a page has room for stays as it is', () => {
  const small = shape([property('a', holding(20))])
  expect(fold(small)).toBe(small)
})

test('the largest objects are left out, with how much they have, and the small ones stay', () => {
  const folded = fold(shape([property('large', { name: 'other', ...holding(400) }), property('small', holding(3))]))
  expect(find(folded, 'large')).toMatchObject({ groups: [], choices: [], folded: 400 })
  expect(find(folded, 'small').groups[0]!.properties).toHaveLength(3)
  expect(find(folded, 'small').folded).toBeUndefined()
})

test('an object without a page of its own is opened as far as there is room', () => {
  const inner = { groups: [{ properties: [property('deep', holding(400)), property('flat')] }] }
  const outer = find(fold(shape([property('outer', inner)])), 'outer')
  expect(outer.folded).toBeUndefined()
  expect(outer.groups[0]!.properties.map(({ property: name, folded }) => [name, folded])).toEqual([
    ['deep', 400],
    ['flat', undefined],
  ])
})

test('the items of a list are left out like the inside of an object', () => {
  const [list] = foldProperties([property('list', { type: 'object[]', items: shape(many(400)) })])
  expect(list).toMatchObject({ folded: 400, items: { groups: [] } })
})
