import { expect, test } from 'vitest'
import { parseChangelog } from '../src/contract/changelog.ts'
import { refuseUnknownKeywords } from '../src/contract/keywords.ts'
import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { describePresence } from '../src/contract/presence.ts'
import { describe, type Property } from '../src/contract/shape.ts'
import { highlight } from '../src/text/highlight.ts'
import { renderMarkdown } from '../src/text/markdown.ts'
import { shareLines } from '../src/text/shared-lines.ts'

const documentWith = (schema: object): OpenApiDocument => ({
  openapi: '3.1.1',
  info: { title: 'A', version: '1.0.0' },
  servers: [],
  paths: {},
  components: { schemas: { thing: schema } },
})

test.each([
  ['a keyword', { if: {} }, '`if` at #/components/schemas/thing'],
  [
    'one inside',
    { properties: { 'a/b': { dependentRequired: {} } } },
    '`dependentRequired` at #/components/schemas/thing/properties/a~1b',
  ],
  ['one in a branch', { anyOf: [{}, { contains: {} }] }, '`contains` at #/components/schemas/thing/anyOf/1'],
  ['a rich exclusion', { not: { type: 'string' } }, '`type` at #/components/schemas/thing/not'],
  ['an extension', { 'x-odd': 1 }, '`x-odd` at #/components/schemas/thing'],
])('%s that the site cannot show is named with its place', (_, schema, message) => {
  expect(() => refuseUnknownKeywords(documentWith(schema))).toThrow(message)
})

test('a property may have the name of a keyword, and an example any', () => {
  expect(() => refuseUnknownKeywords(documentWith({ properties: { if: {} }, example: { else: 1 } }))).not.toThrow()
})

test.each<[Schema, Partial<ReturnType<typeof describe>>]>([
  [
    { type: ['string', 'null'], format: 'uuid' },
    { type: 'string<uuid>', nullable: true },
  ],
  [
    { type: 'array', items: { type: ['string', 'null'] } },
    { type: '(string | null)[]', nullable: false },
  ],
  [{ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] }, { type: 'enum<string>', open: true }],
  [{ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'integer' }] }, { open: false }],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'string', nullable: true, alternatives: [] }],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { exclusive: true }],
  [{}, { type: 'any' }],
])('%j is described as %j', (schema, shape) => {
  expect(describe(schema)).toMatchObject(shape)
})

test('what allOf takes together has the properties of all its parts, required ones first', () => {
  const part = (name: string, required: string[]): Schema => ({ properties: { other: {}, [name]: {} }, required })
  const { groups } = describe({ allOf: [part('a', ['a']), part('b', [])] })
  expect(groups.map(({ properties }) => properties.map(({ property }) => property))).toEqual([
    ['a', 'other'],
    ['other', 'b'],
  ])
})

test('when a property is absent or null is what its description says of it', () => {
  const description = 'The code.\nAbsent for cards; null until `it` is known, and so on.\nShow it.'
  expect(describePresence({ description } as Property)).toEqual([
    'Absent for cards',
    'Null until `it` is known, and so on',
  ])
})

test('a changelog is read with its breaking changes, which are minor ones before 1.0.0', () => {
  const entry = (version: string, kind: string) =>
    `## ${version}\n\n### ${kind} Changes\n\n- 0a1b2c3: One\n  line more\n- Updated dependencies\n`
  const releases = parseChangelog(
    `# a\n\n${entry('1.1.0', 'Minor')}\n${entry('1.0.0', 'Major')}\n${entry('0.2.0', 'Minor')}`,
  )
  expect(releases.map(({ version, changes }) => [version, changes])).toEqual([
    ['1.1.0', [{ breaking: false, text: 'One\nline more' }]],
    ['1.0.0', [{ breaking: true, text: 'One\nline more' }]],
    ['0.2.0', [{ breaking: true, text: 'One\nline more' }]],
  ])
})

test('Markdown is rendered, and HTML in it is shown', () => {
  expect(renderMarkdown('It\'s `a<b>` [here](https://a.example/?q="x) <img src=x onerror=alert(1)>')).toBe(
    '<p>It\'s <code>a&lt;b&gt;</code> <a href="https://a.example/?q=%22x">here</a> &lt;img src=x onerror=alert(1)&gt;</p>',
  )
})

test('highlighted code says what the code says, without a colour in it', () => {
  const code = 'const a = { b: \'<c>\', "d": 1 } // & e'
  const html = highlight(code, 'typescript')
  expect(html).toContain('<span class=s>')
  expect(html).not.toMatch(/style|#0/)
  expect(
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  ).toBe(code)
})

test('code has its colours on a busy machine too, where each look at the clock is a second later', () => {
  const code = 'const a = { b: 1 }\nconst c = a.b'
  const expected = highlight(code, 'typescript')
  const { now } = Date
  let time = now()
  Date.now = () => (time += 1000)
  try {
    expect(highlight(code, 'typescript')).toBe(expected)
  } finally {
    Date.now = now
  }
})

test('shared lines and own lines together are each variant again', () => {
  const variants = ['a\nb\nc\nz', 'a\nc\nz', 'a\nz', 'a\nb\nb\nz']
  const { before, own, after } = shareLines(variants)
  expect(own.map((lines) => before + lines + after)).toEqual(variants)
  expect([before, after]).toEqual(['a\n', 'z'])
})
