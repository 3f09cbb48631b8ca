import { Marked } from 'marked'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as the content of an element, but not of an attribute. */
export const escapeText = (text: string) => text.replaceAll(/[&<>]/g, (character) => escapes[character]!)

/** `rate-limits` for `Rate limits`. */
export const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

// HTML in a description is shown, not run. Each line of the spec's prose is a sentence of its own, not a paragraph.
const renderer = {
  html: ({ text }: { text: string }) => escapeText(text),
  codespan: ({ text }: { text: string }) => `<code>${escapeText(text)}</code>`,
  heading: ({ text, depth }: { text: string; depth: number }): string =>
    `<h${depth} id="${slug(text)}">${marked.parseInline(text, { async: false })}</h${depth}>\n`,
}
const marked = new Marked({ renderer })

/** Quotes need no escape outside of tags, and there are many. */
const unescapeQuotes = (html: string) =>
  html.replaceAll(/(?:^|>)[^<]+/g, (text) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).trim()

/** A description of the spec, as HTML with blocks. */
export const renderMarkdown = (markdown = '') => unescapeQuotes(marked.parse(markdown, { async: false }))

/** A description of the spec, as HTML without blocks. */
export const renderInline = (markdown = '') => unescapeQuotes(marked.parseInline(markdown, { async: false }))

/** The first line of a description, without Markdown. */
export const summarize = (description = '') =>
  description
    .split('\n')[0]!
    .replaceAll(/`|\*\*/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
