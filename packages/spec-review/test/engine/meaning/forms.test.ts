import { expect, test } from 'vitest'
import type { Json } from '../../../src/change.ts'
import { operation, verdict } from './small-api.ts'

type Members = Record<string, Json>

const text = { type: 'string' }
const schema = {
  type: 'object',
  properties: {
    name: text,
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
    place: { type: 'object', properties: { floor: { type: 'integer' } } },
    tags: { type: 'array', items: text },
  },
}
const multipart = (encoding?: Members): Json =>
  operation({ requestBody: { content: { 'multipart/form-data': { schema, ...(encoding && { encoding }) } } } })
const urlencoded = (encoding?: Members): Json =>
  operation({
    requestBody: { content: { 'application/x-www-form-urlencoded': { schema, ...(encoding && { encoding }) } } },
  })
const downloaded = (encoding: Members): Json =>
  operation({ responses: { 200: { description: '', content: { 'multipart/mixed': { schema, encoding } } } } })

test.each<[string, Json, Json]>([
  ['no encoding', multipart({}), multipart()],
  ['text as text', multipart({ name: { contentType: 'text/plain' } }), multipart()],
  ['a list of texts as texts', multipart({ tags: { contentType: 'text/plain' } }), multipart()],
  ['an object as JSON', multipart({ place: { contentType: 'application/json' } }), multipart()],
  ['a file as octets', multipart({ file: { contentType: 'application/octet-stream' } }), multipart()],
  [
    'a media type in other capitals',
    multipart({ file: { contentType: 'Image/PNG' } }),
    multipart({ file: { contentType: 'image/png' } }),
  ],
  [
    'media types in another order',
    multipart({ file: { contentType: 'image/png, image/gif' } }),
    multipart({ file: { contentType: 'image/gif,image/png' } }),
  ],
  ['each value under its name', urlencoded({ tags: { style: 'form', explode: true } }), urlencoded()],
  ['how several single values would be parted', urlencoded({ name: { explode: false } }), urlencoded()],
  ['what is said of no property', urlencoded({ other: { explode: false } }), urlencoded()],
])('an encoding that says what holds anyway is a patch: %s', (_, one, other) => {
  expect(verdict(one, other)).toEqual({ level: 'patch', breaks: [], defects: [] })
  expect(verdict(other, one)).toEqual({ level: 'patch', breaks: [], defects: [] })
})

const breaks = (side: 'request' | 'response') => ({ level: 'major', breaks: [side], defects: [] })
const minor = { level: 'minor', breaks: [], defects: [] }

test('a media type of a part is compared by who sends and who reads it', () => {
  const [one, two] = [{ file: { contentType: 'image/png' } }, { file: { contentType: 'image/png, image/gif' } }]
  expect(verdict(multipart(two), multipart(one))).toEqual(breaks('request'))
  expect(verdict(multipart(one), multipart(two))).toEqual(minor)
  expect(verdict(multipart(one), multipart({ file: { contentType: 'image/*' } }))).toEqual(minor)
  expect(verdict(downloaded(one), downloaded(two))).toEqual(breaks('response'))
  expect(verdict(downloaded(two), downloaded(one))).toEqual(minor)
})

test('how the values of a list are written breaks whoever sends them', () => {
  expect(verdict(urlencoded(), urlencoded({ tags: { explode: false } }))).toEqual(breaks('request'))
})

test('a header of a part that is new is a break where it is required', () => {
  const withHeader = (required: boolean) => multipart({ file: { headers: { hash: { required, schema: text } } } })
  expect(verdict(multipart(), withHeader(false))).toEqual(minor)
  expect(verdict(multipart(), withHeader(true))).toEqual(breaks('request'))
  expect(verdict(withHeader(false), withHeader(true))).toEqual(breaks('request'))
})

test('a header of a part is read behind its reference', () => {
  const withHeader = (required: boolean): Json => {
    const document = multipart({ file: { headers: { hash: { $ref: '#/components/headers/hash' } } } })
    return { ...Object(document), components: { headers: { hash: { required, schema: text } } } }
  }
  expect(verdict(withHeader(false), withHeader(true))).toEqual(breaks('request'))
})

test('what no rule understands of an encoding is at least minor', () => {
  expect(verdict(multipart({ file: { compress: true } }), multipart({ file: {} }))).toEqual(minor)
})
