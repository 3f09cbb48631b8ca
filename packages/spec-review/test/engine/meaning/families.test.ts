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

/** A parent that lists no children: they are what includes it. */
const pets = (children: Members, mapping?: Members): Members =>
  schemas({
    pet: {
      type: 'object',
      required: ['kind'],
      properties: { kind: text },
      discriminator: { propertyName: 'kind', ...(mapping && { mapping }) },
    },
    ...Object.fromEntries(
      Object.entries(children).map(([name, of]) => [
        name,
        { allOf: [ref('pet'), { type: 'object', properties: { of } }] },
      ]),
    ),
  })

test.each<[string, Members | undefined]>([
  ['by its name', undefined],
  ['by a mapping', { c: 'cat', d: '#/components/schemas/dog' }],
])('what includes a parent that has a discriminator is told %s', (_, mapping) => {
  const [one, two] = [pets({ cat: text, dog: text }, mapping), pets({ cat: text, dog: { type: 'integer' } }, mapping)]
  expect(verdict(got(ref('pet'), one), got(ref('pet'), two))).toEqual(breaks('response'))
  expect(verdict(sent(ref('pet'), one), sent(ref('pet'), two))).toEqual(breaks('request'))
  expect(verdict(got(ref('cat'), one), got(ref('cat'), two))).toMatchObject({ level: 'patch' })
})

test('what includes a parent in a further step is one of it', () => {
  const lion = (of: Json) => ({ lion: { allOf: [ref('cat'), { type: 'object', properties: { roar: of } }] } })
  const more = (of: Json) => ({
    components: { schemas: { ...Object(pets({ cat: text }))['components'].schemas, ...lion(of) } },
  })
  for (const name of ['pet', 'cat', 'lion']) {
    expect(verdict(got(ref(name), more(text)), got(ref(name), more({ type: 'integer' })))).toEqual(breaks('response'))
  }
})

test('a child that no longer is one breaks whoever sends it', () => {
  const [one, two] = [pets({ cat: text }), pets({ cat: text, dog: text })]
  expect(verdict(sent(ref('pet'), two), sent(ref('pet'), one))).toEqual(breaks('request'))
  expect(verdict(sent(ref('pet'), one), sent(ref('pet'), two))).toEqual(minor)
  expect(verdict(got(ref('pet'), two), got(ref('pet'), one))).toEqual(minor)
})
