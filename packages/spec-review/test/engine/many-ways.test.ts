import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findDefects, findUnsearched } from '../../src/witness/index.ts'
import { got, ref, schemas } from './meaning/small-api.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test('alternatives without tags that all lead to each other are compared without a stack overflow', () => {
  const count = 20
  const terms = (value: Json) =>
    schemas({
      term: { oneOf: [ref('leaf'), ...numbers(count).map((index) => ref(`term${index}`))] },
      leaf: { type: 'object', required: ['value'], properties: { value } },
      ...Object.fromEntries(
        numbers(count).map((index) => [
          `term${index}`,
          {
            type: 'object',
            required: [`a${index}`, 'b'],
            properties: { [`a${index}`]: ref('term'), b: { allOf: [ref('term')] } },
          },
        ]),
      ),
    })
  const [base, head] = [got(ref('term'), terms({ type: 'string' })), got(ref('term'), terms({ type: 'integer' }))]
  expect(compareDocuments(base, head)[0]).toMatchObject({ level: 'major', breaks: ['response'] })
})

test('where there are too many payloads the rules judge, and the review says where', () => {
  const count = 6
  const mesh = (value: Json) =>
    schemas(
      Object.fromEntries(
        numbers(count).map((index) => [
          `node${index}`,
          {
            type: 'object',
            required: ['value', 'to0', 'to1'],
            properties: {
              value,
              ...Object.fromEntries(
                numbers(count).map((other) => [
                  `to${other}`,
                  { anyOf: [ref(`node${other}`), ref(`node${(other + 1) % count}`), { type: 'null' }] },
                ]),
              ),
            },
          },
        ]),
      ),
    )
  const [base, head] = [got(ref('node0'), mesh({ type: 'string' })), got(ref('node0'), mesh({ type: 'integer' }))]
  const changes = compareDocuments(base, head)
  expect(changes[0]).toMatchObject({ level: 'major', breaks: ['response'] })
  expect(findDefects(base, head, changes)).toEqual([])
  expect(findUnsearched(base, head)).toMatchObject([
    { usage: { operation: 'POST /doors', side: 'response' }, reason: expect.stringContaining('too many payloads') },
  ])
})
