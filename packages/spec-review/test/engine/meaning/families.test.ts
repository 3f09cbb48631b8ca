import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { got, operation, ref, schemas, sent, verdict } from './small-api.ts'

type Members = Record<string, Json>

const text = { type: 'string' }
const child = (parent: string, kind: string, properties: Members = {}): Json => ({
  allOf: [ref(parent), { type: 'object', properties: { kind: { const: kind }, ...properties } }],
})

/** A parent that lists its children, each of which includes it. */
const family = (how: string, kinds: string[], more: Members = {}): Members =>
  schemas({
    animal: {
      type: 'object',
      required: ['kind'],
      properties: { kind: text, ...more },
      [how]: kinds.map(ref),
      discriminator: { propertyName: 'kind' },
    },
    ...Object.fromEntries(kinds.map((kind) => [kind, child('animal', kind, { [kind]: text })])),
  })

const breaks = (side: 'request' | 'response') => ({ level: 'major', breaks: [side], defects: [] })
const minor = { level: 'minor', breaks: [], defects: [] }

test.each(['anyOf', 'oneOf'])('a child of a parent with %s is an alternative like any other', (how) => {
  const [few, many] = [family(how, ['cat', 'dog']), family(how, ['cat', 'dog', 'fish'])]
  expect(verdict(got(ref('animal'), few), got(ref('animal'), many))).toEqual(breaks('response'))
  expect(verdict(got(ref('animal'), many), got(ref('animal'), few))).toEqual(minor)
  expect(verdict(sent(ref('animal'), few), sent(ref('animal'), many))).toEqual(minor)
  expect(verdict(sent(ref('animal'), many), sent(ref('animal'), few))).toEqual(breaks('request'))
})

test.each(['anyOf', 'oneOf'])('a child alone has nothing to do with the other children of a parent with %s', (how) => {
  const both = (more: Members): Json =>
    operation(
      {
        requestBody: { content: { 'application/json': { schema: ref('cat') } } },
        responses: { 200: { description: '', content: { 'application/json': { schema: ref('animal') } } } },
      },
      more,
    )
  expect(verdict(both(family(how, ['cat', 'dog', 'fish'])), both(family(how, ['cat', 'dog'])))).toEqual(minor)
})

test('a child that is a parent itself keeps its children', () => {
  const animals = (lives: Json): Members =>
    schemas({
      animal: { type: 'object', required: ['kind'], properties: { kind: text }, oneOf: [ref('mammal'), ref('bird')] },
      mammal: { allOf: [ref('animal')], oneOf: [ref('cat'), ref('dog')] },
      bird: child('animal', 'bird'),
      cat: child('mammal', 'cat', { lives }),
      dog: child('mammal', 'dog'),
    })
  for (const name of ['animal', 'mammal', 'cat']) {
    const at = (lives: Json) => sent(ref(name), animals(lives))
    expect(verdict(at({ type: 'integer' }), at({ type: 'integer', minimum: 1 }))).toEqual(breaks('request'))
    expect(verdict(at({ type: 'integer', minimum: 1 }), at({ type: 'integer' }))).toEqual(minor)
  }
})

test('an alternative that holds the whole union in a part of another spelling is told from the others', () => {
  const terms = (...names: string[]) =>
    schemas({
      term: { oneOf: names.map(ref) },
      leaf: { type: 'object', required: ['op'], properties: { op: { const: 'leaf' } } },
      not: {
        type: 'object',
        required: ['op', 'term'],
        properties: { op: { const: 'not' }, term: { allOf: [ref('term')], description: 'What does not hold.' } },
      },
      both: {
        type: 'object',
        required: ['op', 'left', 'right'],
        properties: { op: { const: 'both' }, left: ref('term'), right: { allOf: [ref('term')] } },
      },
    })
  const [many, few] = [terms('leaf', 'not', 'both'), terms('leaf', 'not')]
  expect(verdict(got(ref('term'), many), got(ref('term'), few))).toEqual(minor)
  expect(verdict(got(ref('term'), few), got(ref('term'), many))).toEqual(breaks('response'))
})
