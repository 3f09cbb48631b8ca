import { expect, test } from 'vitest'
import { parseChangelog } from '../../src/contract/pages/changelog.ts'
import { compareVersions } from '../../src/contract/document/version-order.ts'
import { checkKeywords } from '../../src/contract/document/keywords.ts'
import type { OpenApiDocument, Schema } from '@seam-acs/spec/model'
import { describePresence } from '../../src/contract/schemas/presence.ts'
import { describeType } from '../../src/contract/schemas/type-words.ts'
import { describe } from '../../src/contract/schemas/describe.ts'
import { hasOtherProperties, nameAlternative } from '../../src/contract/schemas/choice.ts'
import { listNewFacts, type Property, type Shape } from '../../src/contract/schemas/shape.ts'
import { highlight } from '../../src/text/highlight.ts'
import { isSafeLink, renderMarkdown, renderSections, summarize } from '../../src/text/markdown.ts'

const documentWith = (schema: object): OpenApiDocument => ({
  openapi: '3.1.1',
  info: { title: 'A', version: '1.0.0' },
  servers: [],
  paths: {},
  components: { schemas: { thing: schema } },
})

test.each([
  ['a keyword', { xml: {} }, '`xml` at #/components/schemas/thing'],
  [
    'one inside',
    { properties: { 'a/b': { externalDocs: {} } } },
    '`externalDocs` at #/components/schemas/thing/properties/a~1b',
  ],
  ['one in a branch', { anyOf: [{}, { $anchor: '' }] }, '`$anchor` at #/components/schemas/thing/anyOf/1'],
  [
    'each with its count',
    { items: { xml: {} }, not: {}, xml: {} },
    '`xml` at #/components/schemas/thing/items and 1 more',
  ],
])('%s that the site cannot show is named with its place', (_, schema, message) => {
  expect(() => checkKeywords(documentWith(schema), true)).toThrow(message)
})

test('one sentence lists the extensions that are left out', () => {
  const schema = { 'x-odd': 1, properties: { even: { 'x-odd': 2, 'x-even': { if: 1 } } } }
  expect(checkKeywords(documentWith(schema), true)).toEqual([
    'The reference leaves out these extensions: ' +
      '`x-odd` at #/components/schemas/thing and 1 more,  `x-even` at #/components/schemas/thing/properties/even.',
  ])
  expect(checkKeywords(documentWith({}), true)).toEqual([])
})

test('other documents are built without the keywords that the site cannot show, which are listed', () => {
  const schema = { xml: {}, properties: { a: { xml: {}, $anchor: '' } } }
  expect(checkKeywords(documentWith(schema), false)).toEqual([
    'The reference leaves out these keywords:',
    '  `xml` at #/components/schemas/thing and 1 more',
    '  `$anchor` at #/components/schemas/thing/properties/a',
  ])
})

test('a property may have the name of a keyword, and an example any', () => {
  expect(() => checkKeywords(documentWith({ properties: { if: {} }, example: { else: 1 } }), true)).not.toThrow()
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
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'string', nullable: true, choices: [] }],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'string | integer' }],
  [{ type: 'string', enum: ['', 'a'] }, { values: [{ value: '' }, { value: 'a' }] }],
  [{ allOf: [{ properties: { a: {} } }, { required: ['a'] }] }, { needs: ['a'], type: 'object' }],
  [{}, { type: 'any' }],
  [{ type: 'null' }, { type: 'null', nullable: false }],
  [{ allOf: [{ type: ['object', 'null'] }, { type: 'object' }] }, { nullable: false }],
  [{ allOf: [{ type: ['object', 'null'] }, { required: ['a'] }] }, { nullable: true }],
  [{ type: ['string', 'null'], enum: ['a'] }, { nullable: false }],
  [{ type: ['string', 'null'], enum: ['a', null] }, { nullable: true }],
  [{ allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }, { values: [{ value: 'b' }] }],
  [{ allOf: [{ enum: ['a', 'b'] }, {}] }, { values: [{ value: 'a' }, { value: 'b' }] }],
  [{ enum: ['a', 1, null] }, { type: 'enum<string | integer | null>' }],
])('%j is described as %j', (schema, shape) => {
  expect(describe(schema)).toMatchObject(shape)
})

test.each<[Schema, string]>([
  [{ type: 'array', items: { type: 'string', format: 'uuid' } }, 'array of strings (uuid)'],
  [{ type: 'array', items: { type: ['string', 'integer'] } }, 'array of strings or integers'],
  [{ type: 'array', items: { type: 'array', items: { type: 'object' } } }, 'array of arrays of objects'],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'integer' } }] }, 'string or array of integers'],
  [{ type: 'array', items: { enum: ['a', 1] } }, 'array of strings or integers, one of 2 values'],
  [{ oneOf: [{ type: 'string', format: 'uuid' }, { enum: [true] }] }, 'string (uuid) or boolean'],
])('in words, %j is %s', (schema, words) => {
  expect(describeType(describe(schema))).toBe(words)
})

const pair = (one: Schema, other: Schema) => [one, other]

test.each<[Schema, boolean[]]>([
  [{ anyOf: pair({ type: 'string' }, { type: 'integer' }) }, [false]],
  [{ oneOf: pair({ type: 'string' }, { type: 'integer' }) }, [true]],
  [{ allOf: [{ oneOf: pair({ type: 'string' }, { type: 'integer' }) }] }, [true]],
  [{ allOf: [{ oneOf: pair({}, {}) }, { oneOf: pair({}, {}) }] }, [true, true]],
  [{ anyOf: pair({}, {}), oneOf: pair({}, {}) }, [false, true]],
])('%j has choices that are exclusive: %j', (schema, exclusive) => {
  const { choices } = describe(schema)
  expect(choices.map((choice) => choice.exclusive)).toEqual(exclusive)
  const labels = choices.flatMap(({ alternatives }) => alternatives.map(({ label }) => label))
  expect(new Set(labels).size).toBe(labels.length)
})

test('alternatives with a property of one name have addresses of their own for it', () => {
  const [choice] = describe({ anyOf: pair({ properties: { a: {}, b: {} } }, { properties: { a: {} } }) }).choices
  expect(choice!.alternatives.map(({ prefix }) => prefix)).toEqual(['1.', '2.'])
  const [plain] = describe({ anyOf: pair({ properties: { a: {} } }, { properties: { b: {} } }) }).choices
  expect(plain!.alternatives.map(({ prefix }) => prefix)).toEqual(['', ''])
})

const user = '#/components/schemas/acs_user_owner'

test.each<[string, Schema]>([
  ['alternatives in alternatives', { anyOf: [{ anyOf: pair({ maxLength: 1 }, {}) }, { maxLength: 2 }] }],
  ['an alternative and a property', { properties: { acs_user_owner: {} }, anyOf: [{ $ref: user }, { $ref: user }] }],
  ['an alternative and its own property', { oneOf: pair({ properties: { 1: {} } }, { properties: { 2: {} } }) }],
])('%s have addresses of their own', (_, schema) => {
  const list = ({ groups, choices }: Shape, prefix = ''): string[] => [
    ...groups.flatMap(({ properties }) => properties.map(({ anchor }) => prefix + anchor)),
    ...choices.flatMap(({ alternatives }) =>
      alternatives.flatMap((one) => [prefix + one.anchor, ...list(one, prefix + one.prefix)]),
    ),
  ]
  const anchors = list(describe(schema))
  expect(anchors.length).toBeGreaterThan(2)
  expect(new Set(anchors).size).toBe(anchors.length)
})

test.each<[Schema, Schema, string[]]>([
  [{ required: ['a'] }, { required: ['b', 'c'] }, ['a', 'b with c']],
  [{ required: ['a'], properties: { d: {} } }, { required: ['a'], properties: { e: {} } }, ['1', '2']],
])('the alternatives %j and %j are called %j', (one, other, names) => {
  const [choice] = describe({ oneOf: [one, other] }).choices
  expect(choice!.alternatives.map((each) => nameAlternative(choice!, each).join(' with '))).toEqual(names)
})

test('an address in which an alternative is named has no character with a meaning in links', () => {
  const tagged = (value: string): Schema => ({ properties: { kind: { const: value } } })
  const [choice] = describe({ oneOf: pair(tagged('on hold'), tagged('50%')) }).choices
  expect(choice!.alternatives.map(({ anchor, prefix }) => anchor + prefix).join('')).not.toMatch(/[\s%]/)
})

test('a property that two parts of allOf declare has one entry, which says what both do', () => {
  const wide: Schema = { type: 'string', description: 'Wide.', enum: ['a', 'b'] }
  const narrow: Schema = { description: 'Narrow.', maxLength: 3, enum: ['b', 'c'] }
  const [group, ...others] = describe({
    allOf: [{ properties: { a: wide } }, { properties: { a: narrow }, required: ['a'] }],
  }).groups
  expect(others).toEqual([])
  expect(group!.properties).toMatchObject([
    {
      type: 'enum<string>',
      required: true,
      description: 'Wide.\n\nNarrow.',
      values: [{ value: 'b' }],
      facts: [{ label: 'Maximum length', value: '3' }],
    },
  ])
})

test('what allOf takes together has the properties of all its parts, required ones first', () => {
  const part = (name: string, required: string[]): Schema => ({ properties: { other: {}, [name]: {} }, required })
  const { groups } = describe({ allOf: [part('a', ['a']), part('b', [])] })
  expect(groups.map(({ properties }) => properties.map(({ property }) => property))).toEqual([['a', 'other'], ['b']])
})

test('when a property is absent or null is what its description says of it', () => {
  const description = 'The code.\nAbsent for cards; null until `it` is known, and so on.\nShow it.'
  expect(describePresence({ description } as Property)).toEqual([
    'Absent for cards',
    'Null until `it` is known, and so on',
  ])
})

test('a changelog is read with its breaks marked and without the lines about dependencies', () => {
  const entry = (version: string, kind: string, ...items: string[]) =>
    `## ${version}\n\n### ${kind} Changes\n\n${items.map((item) => `- ${item}\n`).join('')}`
  const releases = parseChangelog(
    `# a\n\n${[
      entry('1.1.0', 'Minor', '0a1b2c3: One\n  line more', 'Updated dependencies [0a1b2c3]\n  - @seam-acs/types@1.1.0'),
      entry('1.0.0', 'Major', '0a1b2c3: Other rules.'),
      entry('0.2.0', 'Minor', '0a1b2c3: More.', '0a1b2c4: **Breaking:** less.', '0a1b2c5: Breaking: none.'),
      entry('0.1.1', 'Patch', '@seam-acs/types@0.1.1'),
    ].join('\n')}`,
  )
  expect(releases.map(({ version, changes }) => [version, changes])).toEqual([
    ['1.1.0', [{ breaking: false, text: 'One\nline more' }]],
    ['1.0.0', [{ breaking: true, text: 'Other rules.' }]],
    [
      '0.2.0',
      [
        { breaking: false, text: 'More.' },
        { breaking: true, text: 'Less.' },
        { breaking: true, text: 'None.' },
      ],
    ],
    ['0.1.1', []],
  ])
})

test('versions are in the order of SemVer, pre-releases below their release', () => {
  const sorted = '0.9.0 0.10.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0'
  const versions = sorted.split(' ')
  expect(versions.toReversed().toSorted(compareVersions)).toEqual(versions)
})

test('Markdown is rendered, and HTML in it is shown', () => {
  expect(renderMarkdown('It\'s `a<b>` [here](https://a.example/?q="x) <img src=x onerror=alert(1)>')).toBe(
    '<p>It\'s <code>a&lt;b&gt;</code> <a href="https://a.example/?q=%22x">here</a> &lt;img src&#61;x onerror&#61;alert(1)&gt;</p>',
  )
})

test('a heading of a description is below that of its page, and has an address only where it is a section', () => {
  expect(renderMarkdown('# A\n### B')).toBe('<h2>A</h2>\n<h3>B</h3>')
  expect(renderSections('# A\n## Errors\n## A\n## A', ['errors'])).toBe(
    '<h2 id="a">A</h2>\n<h2 id="errors-2">Errors</h2>\n<h2 id="a-2">A</h2>\n<h2 id="a-3">A</h2>',
  )
})

test('a name in a table breaks after an underscore, so that its column can be narrow', () => {
  expect(renderMarkdown('| A |\n| --- |\n| [`a_b`](c_d) e_f |')).toContain(
    '<td><a href="c_d"><code>a_<wbr>b</code></a> e_f</td>',
  )
  expect(renderMarkdown('`a_b`')).toBe('<p><code>a_b</code></p>')
})

test.each([
  ['Always `true` here.', []],
  ['Always `false`.', ['true']],
  [undefined, ['true']],
])('beside the description %j is only what it does not say', (description, shown) => {
  const shape = describe({ const: true, ...(description && { description }) })
  expect(listNewFacts(shape).map(({ value }) => value)).toEqual(shown)
})

test.each<[Schema, boolean]>([
  [{ anyOf: pair({ properties: { b: {} } }, { properties: { c: {} } }), properties: { a: {} } }, true],
  [{ anyOf: pair({ required: ['a'] }, { required: ['b'] }), properties: { a: {}, b: {} } }, false],
  [{ anyOf: pair({ properties: { b: {} } }, { properties: { c: {} } }) }, false],
])('%j has properties beside those of its alternatives: %j', (schema, expected) => {
  expect(hasOtherProperties(describe(schema))).toBe(expected)
})

test.each([
  ['https://a.example/b:c', true],
  ['http://a.example', true],
  ['mailto:a@a.example', true],
  ['tel:+123', true],
  ['schemas/a.html#b', true],
  ['#a:b', true],
  ['?a=b:c', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['java\nscript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['javascript&colon;alert(1)', false],
  ['&#106;avascript:alert(1)', false],
  ['data:text/html,a', false],
  ['vbscript:a', false],
  ['file:///etc/a', false],
])('a link to %j is kept: %j', (href, isKept) => {
  expect(isSafeLink(href)).toBe(isKept)
  expect(renderMarkdown(`[text](<${href.trim().replaceAll('\n', ' ')}>)`).includes('<a ')).toBe(
    isKept && href === href.trim(),
  )
})

test('an image is a link, because no page loads from another host', () => {
  expect(renderMarkdown('![a door](https://a.example/b.png) ![c](javascript:d)')).toBe(
    '<p><a href="https://a.example/b.png">a door</a> c</p>',
  )
})

test('the summary of a description is its first line without Markdown', () => {
  expect(summarize('# See `a<b>` & [the **rules**](javascript:alert(1)).\nMore.')).toBe('See a<b> & the rules.')
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
