import axe from 'axe-core'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { JSDOM } from 'jsdom'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import { toAnnotations } from '../../src/render/annotations.ts'
import type { Usage } from '../../src/change.ts'
import type { Cause, Report } from '../../src/report.ts'
import type { TypeEffect } from '../../src/source/compare-types.ts'
import { makeBreak, makeReport, tenBreaks } from './make-report.ts'

const compatible = makeBreak({ level: 'minor', breaks: [], path: 'color', message: '`color` is new.', types: [] })
const wording = makeBreak({ level: 'patch', breaks: [], path: 'info', message: '`info` is changed.', types: [] })

test('the first line says what the change is, what it needs and what the changesets say', () => {
  const lines = render(makeReport([makeBreak()], 'minor'), 'markdown').split('\n')
  expect(lines[0]).toBe('### ❌ Breaking: needs a `major` release (the changeset says `minor`)')
  expect(lines[2]).toBe('Breaks code that reads (1 change), in 1 operation.')
})

test.each<[string, Report, string]>([
  [
    'a break before 1.0.0',
    makeReport([makeBreak()], 'patch', '0.4.0'),
    '❌ Breaking: needs a `minor` release before 1.0 (the changeset says `patch`)',
  ],
  [
    'a break that fits',
    makeReport([makeBreak()], 'minor', '0.4.0'),
    '✅ Breaking: needs a `minor` release before 1.0 (as the changeset says)',
  ],
  ['no changeset', makeReport([compatible]), '❌ Compatible: needs a `minor` release (no changeset says so)'],
  [
    'two files',
    { ...makeReport([makeBreak()]), packages: [], gate: { passes: true, problems: [], warnings: [] } },
    'Breaking',
  ],
  ['no change', makeReport([]), '✅ The contract has not changed'],
])('line one of %s', (_, report, line) => {
  expect(render(report, 'markdown').split('\n')[0]).toBe(`### ${line}`)
})

test('a break is shown once, with its operation, payload, type, line and rule', () => {
  const text = render(makeReport([makeBreak()]), 'markdown')
  expect(text).toContain(
    [
      '- **`acs_credential.is_issued`** may now be null: breaks readers of `POST /acs/credentials/create` (200)',
      '  - Can now send: `{"acs_credential":{"is_issued":null,…},…}`. TypeScript: it can be null. <sub>' +
        `spec/components/schemas/acs\\_credential.yaml:98 · property-became-nullable · approve as \`${makeBreak().fingerprint}\`</sub>`,
    ].join('\n'),
  )
})

test('a scalar has its value before, and a list or schema has not', () => {
  const say = (change: Partial<Cause>) => render(makeReport([makeBreak(change)]), 'markdown')
  expect(
    say({ rule: 'max-length-lowered', message: '`a` must have at most 5 characters.', before: 30, after: 5 }),
  ).toContain('must have at most 5 characters (before: `30`)')
  expect(say({ rule: 'pattern-added', message: '`a` must now match `^x`.', before: undefined, after: '^x' })).toContain(
    'must now match `^x` (before: any)',
  )
  expect(say({ before: { type: 'object', properties: { wide: {} } } })).not.toContain('wide')
})

test('what is new beside what is removed may be its new name', () => {
  const text = render(
    makeReport([makeBreak({ message: '`acs_credential.is_issued` is removed.', renamed: 'issued' })]),
    'markdown',
  )
  expect(text).toContain('is removed (`issued` is new: a rename?)')
})

const links = { repository: 'https://github.com/seam/acs', head: 'a'.repeat(40), base: 'b'.repeat(40) }

test('a place is a link to its line, at the commit that has it', () => {
  const place = { file: 'spec/a b.yaml', line: 3 }
  const causes = [
    makeBreak({ place: { ...place, at: 'head' } }),
    makeBreak({ path: 'x', place: { ...place, at: 'base' } }),
  ]
  const text = render(makeReport(causes), 'markdown', links)
  expect(text).toContain(`](<https://github.com/seam/acs/blob/${links.head}/spec/a%20b.yaml#L3>)`)
  expect(text).toContain(`](<https://github.com/seam/acs/blob/${links.base}/spec/a%20b.yaml#L3>) at the base`)
  expect(text).toContain(
    '[property-became-nullable](<https://github.com/seam/acs/blob/HEAD/packages/spec-review/README.md',
  )
})

test('what only the compiler sees, what it does not see and where it did not look are reported separately', () => {
  const say = (change: Partial<Cause>) => render(makeReport([makeBreak(change)]), 'markdown')
  expect(say({ types: [] })).toContain('TypeScript does not catch this')
  expect(say({ types: [], typesCompared: false })).not.toContain('TypeScript')
  expect(say({ seenBy: 'compiler' })).toContain('Only TypeScript catches this')
})

test('operations that are removed come first, then senders, then readers of most operations', () => {
  const usages = (number: number, side: 'request' | 'response' = 'response') =>
    Array.from({ length: number }, (_, index) => ({ operation: `GET /${index}`, side, steps: [] }))
  const causes = [
    makeBreak({ path: 'seldom', message: '`seldom` is gone.', usages: usages(1) }),
    makeBreak({ path: 'common', message: '`common` is gone.', usages: usages(9) }),
    makeBreak({ path: 'sent', message: '`sent` is gone.', breaks: ['request'], usages: usages(1, 'request') }),
    makeBreak({ path: 'GET /x', rule: 'operation-removed', message: '`GET /x` is removed.', breaks: ['request'] }),
  ]
  const text = render(makeReport(causes), 'markdown')
  expect([...text.matchAll(/^- \*\*`([^`]+)`/gm)].map(([, name]) => name)).toEqual([
    'GET /x',
    'sent',
    'common',
    'seldom',
  ])
})

test('no removed operation falls into a fold', () => {
  const causes = Array.from({ length: 30 }, (_, index) =>
    makeBreak({
      path: `GET /${index}`,
      rule: 'operation-removed',
      message: `\`GET /${index}\` is removed.`,
      breaks: ['request'],
    }),
  )
  const [shown] = render(makeReport([...tenBreaks(), ...tenBreaks(), ...causes]), 'markdown').split(
    '<details><summary>10 more',
  )
  for (const { path } of causes) expect(shown).toContain(`\`${path}\``)
})

test('every recorded call that no longer compiles is named', () => {
  const broken = Array.from({ length: 9 }, (_, index) => ({ file: `call-${index}.json`, message: 'No.' }))
  const text = render({ ...makeReport([makeBreak()]), calls: { compiled: 12, broken } }, 'markdown')
  expect(text).toContain('9 of 12 recorded calls no longer compile')
  for (const { file } of broken) expect(text).toContain(file)
})

test('calls that no longer compile with the same message are listed together', () => {
  const say = (...messages: string[]) => {
    const broken = messages.map((message, index) => ({ file: `${index}.json`, message }))
    return render({ ...makeReport([makeBreak()]), calls: { compiled: 12, broken } }, 'markdown')
  }
  expect(say('A.', 'B.', 'A.')).toContain('no longer compile: A (`0.json`, `2.json`); B (`1.json`)')
  expect(say('A.', 'A.', 'A.', 'A.')).toContain('- A (`0.json`, `1.json`, `2.json`, `3.json`)')
})

test('a place without a search is reported in one line', () => {
  const usage: Usage = { operation: 'GET /a', side: 'response', status: '200', steps: [] }
  const text = render({ ...makeReport([makeBreak()]), unsearched: [{ usage, reason: 'it never ends' }] }, 'markdown')
  expect(text).toContain('⚠️ No payload search at `GET /a 200`: it never ends.')
})

test('each break at a line of the change is an annotation', () => {
  const place = { file: 'spec/a,b.yaml', line: 7, at: 'head' } as const
  const report = makeReport([
    makeBreak({ place, message: '`a` is\ngone 100 %.' }),
    makeBreak({ place: { ...place, at: 'base' } }),
    compatible,
  ])
  expect(toAnnotations(report)).toBe(
    '::error file=spec/a%2Cb.yaml,line=7,title=Spec review%3A property-became-nullable::`a` is%0Agone 100 %25.\n',
  )
})

test('ten breaks that thirty operations share fit into 60 lines and 20 kB', () => {
  const text = render(makeReport([...tenBreaks(), compatible, wording], 'minor'), 'markdown')
  expect(text.split('\n').length).toBeLessThanOrEqual(60)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000)
  for (const { path } of tenBreaks()) expect(text).toContain(`- **\`${path}\`**`)
  expect(text.match(/operation_29/g)).toHaveLength(1)
})

test('what breaks nobody is folded', () => {
  const text = render(makeReport([makeBreak(), compatible, wording]), 'markdown')
  expect(text).toMatch(
    /<details><summary>1 compatible change, 1 change of wording<\/summary>\n\n- \*\*`color`\*\* is new/,
  )
})

const long = 'long '.repeat(20_000)

test.each<[string, TypeEffect['kind'], string, string, string]>([
  ['a value that is new', 'wider', '"a" | "b | c"', '"a" | "b | c" | "d"', 'is wider by `"d"`.'],
  ['a value that is gone', 'narrower', '"a" | "b"', '"b"', 'is narrower by `"a"`.'],
  [
    'a part of a union',
    'changed',
    '{ a: 1 | 2 } | { b: 1 }',
    '{ a: 1 | 2 } | { b: 1 } | { c: 1 }',
    'changed: it gains `{ c: 1 }`.',
  ],
  [
    'a value that is another',
    'changed',
    '"a" | "b" | "c"',
    '"a" | "d" | "b"',
    'changed: it loses `"c"` and gains `"d"`.',
  ],
  ['another type', 'changed', 'string', 'number', 'changed: `string` → `number`.'],
])('TypeScript shows what differs: %s', (_, kind, before, after, words) => {
  const types = [{ kind, breaks: ['response' as const], before, after, usages: makeBreak().usages }]
  expect(render(makeReport([makeBreak({ types })]), 'markdown')).toContain(`TypeScript: its type ${words}`)
})

test('a thousand long breaks stay below what GitHub takes, and the text says that some are left out', () => {
  const cause = makeBreak({ message: long, before: long, after: long })
  const causes = Array.from({ length: 1000 }, (_, index) => ({ ...cause, path: `${long}${index}` }))
  const text = render(makeReport(causes), 'markdown')
  expect(text.length).toBeLessThanOrEqual(60_000)
  expect(text).toMatch(/\d+ more breaks are not shown/)
})

const hostile = [
  '@octocat and @seam/owners, #1, GH-1, https://evil.example, www.evil.example',
  '</details></summary><script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>',
  '| a | b |\n\n# Spec review: ✅ none\n\n- item\n```\nfence\n~~~\n---',
  '``` ` `` **bold** __bold__ ~~gone~~ $x$ \\ \\` &lt;b&gt; &#64;octocat <!-- spec-review -->',
  '\u202egnp.exe\u0000\u200b\u2028next',
]
const anyText = oneof(
  array(constantFrom(...'`|<>[]()*_#@\\~&!:$-=\n "\'/.w1x'), { maxLength: 40 }).map((marks) => marks.join('')),
  string({ unit: 'grapheme', maxLength: 40 }),
  constantFrom(...hostile),
)

/** A report in which every text of the spec is the same. */
const makeHostile = (text: string, rest: { level?: 'major' | 'patch' } = {}) =>
  makeBreak({
    ...rest,
    path: text,
    message: `\`${text}\` is ${text}.`,
    before: text,
    after: { [text]: text },
    usages: ['a', 'b', 'c'].map((name) => ({
      operation: `GET /${name}${text}`,
      side: 'response' as const,
      status: text,
      steps: [text],
    })),
    types: [{ kind: 'changed', breaks: ['response'], name: `${text}.x`, before: text, after: `${text}x`, usages: [] }],
    place: { file: text, line: 1, at: 'head' },
    payload: { usage: { operation: text, side: 'response', steps: [] }, value: { [text]: text }, problem: text },
  })
const makeHostileReport = (text: string): Report => ({
  ...makeReport([makeHostile(text), makeHostile(text, { level: 'patch' })], 'minor'),
  packages: [{ name: text, version: text, needed: 'major', announced: 'minor', verdict: 'too small' }],
  calls: { compiled: 1, broken: [{ file: text, message: text }] },
  sourceLeftOut: text,
  defects: [
    {
      usage: { operation: text, side: 'request' as const, steps: [text] },
      value: text,
      problem: text,
      verdict: undefined,
    },
  ],
})

const { DOMParser } = new JSDOM().window
/** Much cheaper than a window for each page. */
const parser = new DOMParser()

/** The page's elements and attributes, and the text outside of code. */
function readPage(html: string) {
  const { body } = parser.parseFromString(html, 'text/html')
  const all = [...body.getElementsByTagName('*')]
  const elements = all.map((element) => element.localName)
  const attributes = new Set(all.flatMap((element) => element.getAttributeNames()))
  for (const element of all) if (element.localName === 'code') element.remove()
  return { elements, attributes, text: body.textContent ?? '' }
}

const allowed = new Set([
  'h3',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'ul',
  'li',
  'p',
  'strong',
  'code',
  'pre',
  'sub',
  'details',
  'summary',
])

const parseComment = (text: string) => {
  const markdown = render(makeHostileReport(text), 'markdown')
  return { markdown, ...readPage(marked.parse(markdown, { async: false, gfm: true })) }
}
const structureOf = (elements: string[]) =>
  elements.filter((element) => !['code', 'p', 'strong', 'sub'].includes(element)).join(' ')
const structure = structureOf(parseComment('calm').elements)

/** What a text in the spec does to the comment. */
function findHarm(value: string): string[] {
  const { markdown, elements, text } = parseComment(value)
  return [
    ...elements.filter((element) => !allowed.has(element)).map((element) => `it makes a ${element}`),
    ...(structureOf(elements) === structure ? [] : ['it changes the structure']),
    ...(/[\u200b\u202a-\u202e\u2028]/.test(markdown) ? ['it hides what it says'] : []),
    ...(text.match(/@\w|#\d|GH-\d|:\/\/|www\./gi) ?? []).map((link) => `GitHub links ${link}`),
  ]
}

test.each(hostile)('the text %j makes no markup, link or mention of the comment', (text) => {
  expect(findHarm(text)).toEqual([])
})

test('no text makes markup, a link or a mention of the comment', () => {
  assert(
    property(anyText, (text) => {
      expect(findHarm(text)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('no text makes an element or an attribute of the page', () => {
  const withoutCode = (elements: string[]) => elements.filter((element) => element !== 'code')
  const calm = readPage(render(makeHostileReport('calm'), 'html'))
  assert(
    property(anyText, (text) => {
      const { elements, attributes } = readPage(render(makeHostileReport(text), 'html'))
      expect(withoutCode(elements)).toEqual(withoutCode(calm.elements))
      expect(attributes).toEqual(calm.attributes)
    }),
    { numRuns: 100 },
  )
})

test('the page loads nothing and runs nothing', () => {
  const html = render(makeReport([...tenBreaks(), compatible], 'minor'), 'html')
  expect(html).not.toMatch(/<script|<link|<img|\son\w+=|url\(|@import|javascript:|\bsrc=|\bhref=/i)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
})

test.each([
  ['ten breaks', makeReport([...tenBreaks(), compatible, wording], 'minor')],
  ['no change', makeReport([])],
])('axe has nothing to say about the page of %s', async (_, report) => {
  const { window } = new JSDOM(render(report, 'html'), { runScripts: 'outside-only', pretendToBeVisual: true })
  for (const details of window.document.querySelectorAll('details')) details.open = true
  window.eval(axe.source)
  // A document without a layout has no colors to compare.
  const options: axe.RunOptions = { rules: { 'color-contrast': { enabled: false } } }
  const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(
    window.document.documentElement,
    options,
  )
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(passes.length).toBeGreaterThan(5)
})

test('axe objects to a page that has lost its language', async () => {
  const html = render(makeReport([]), 'html').replace(' lang="en"', '')
  const { window } = new JSDOM(html, { runScripts: 'outside-only' })
  window.eval(axe.source)
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(window.document.documentElement)
  expect(violations.map(({ id }) => id)).toContain('html-has-lang')
})
