import axe from 'axe-core'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { JSDOM } from 'jsdom'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import type { Report } from '../../src/report.ts'
import { makeBreak, makeReport, tenBreaks } from './make-report.ts'

const compatible = makeBreak({ level: 'minor', breaks: [], path: 'color', message: '`color` is new.', types: [] })
const wording = makeBreak({ level: 'patch', breaks: [], path: 'info', message: '`info` is changed.', types: [] })

test('the first line has the verdict, the bump and who breaks', () => {
  const [line] = render(makeReport([makeBreak()], 'minor'), 'markdown').split('\n')
  expect(line).toBe(
    '### Spec review: ❌ **major** change; the changesets say **minor**: 1 break, 0 for code that sends, 1 for code that reads',
  )
})

test('before 1.0.0 the first line says what the policy makes of a break', () => {
  const [line] = render(makeReport([makeBreak()], 'minor', '0.4.0'), 'markdown').split('\n')
  expect(line).toContain('✅ **major** change, here **minor**; the changesets say **minor**')
})

test('a break is told with its place, values, operation, payload and type', () => {
  const text = render(makeReport([makeBreak()]), 'markdown')
  expect(text).toContain(
    [
      '- **`acs_credential.is_issued`** may now be null. `["boolean"]` → `["boolean","null"]` · `spec/components/schemas/acs_credential.yaml:98` · `',
      makeBreak().fingerprint,
      '`\n  - Breaks code that reads at `POST /acs/credentials/create` (200), which can send what it never sent: `{"acs_credential":{"is_issued":null,…},…}`. TypeScript: can be null.\n',
    ].join(''),
  )
})

test('what no compiler sees is said, and what only the compiler sees', () => {
  expect(render(makeReport([makeBreak({ types: [] })]), 'markdown')).toContain('TypeScript sees nothing')
  expect(render(makeReport([makeBreak({ seenBy: 'compiler' })]), 'markdown')).toContain('Only TypeScript sees it')
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

test('a thousand long breaks stay below what GitHub takes, and the text says that some are left out', () => {
  const causes = Array.from({ length: 1000 }, (_, index) =>
    makeBreak({ path: `${long}${index}`, message: long, before: long, after: long, pointer: `/${index}` }),
  )
  const text = render(makeReport(causes), 'markdown')
  expect(text.length).toBeLessThanOrEqual(60_000)
  expect(text).toMatch(/\d+ breaks more, for which there is no room here/)
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

/** The page's elements, and the text outside of code. */
function readPage(html: string) {
  const { document } = new JSDOM(html).window
  const elements = [...document.body.querySelectorAll('*')].map((element) => element.tagName.toLowerCase())
  for (const element of document.body.querySelectorAll('code')) element.remove()
  return { elements, text: document.body.textContent ?? '' }
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
  'details',
  'summary',
])

const parseComment = (text: string) => {
  const markdown = render(makeHostileReport(text), 'markdown')
  return { markdown, ...readPage(marked.parse(markdown, { async: false, gfm: true })) }
}
const structureOf = (elements: string[]) =>
  elements.filter((element) => !['code', 'p', 'strong'].includes(element)).join(' ')
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
  const calm = readPage(render(makeHostileReport('calm'), 'html')).elements
  assert(
    property(anyText, (text) => {
      const html = render(makeHostileReport(text), 'html')
      const { elements } = readPage(html)
      expect(elements.filter((element) => element !== 'code')).toEqual(calm.filter((element) => element !== 'code'))
      expect(new JSDOM(html).window.document.querySelectorAll('[onerror], [src], [href]')).toHaveLength(0)
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
