import { Marked, type RendererObject } from 'marked'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as the content of an element, but not of an attribute. */
export const escapeText = (text: string) => text.replaceAll(/[&<>]/g, (character) => escapes[character]!)

/**
 * A name of the API as HTML. If it is longer than its line, it breaks after an underscore and not inside a word. Few of the
 * underscores are enough.
 */
export const renderName = (name: string, room = 34) =>
  escapeText(name).replaceAll(/.{14,}?_/g, name.length > room ? '$&<wbr>' : '$&')

/** A text as Markdown that shows it as it is. */
export const escapeMarkdown = (text: string) => text.replaceAll(/[\\`*[\]<]/g, String.raw`\$&`)

/** A text as code in Markdown. */
export const writeCode = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A table in Markdown, in which a cell is one line. */
export const writeTable = (...rows: string[][]) =>
  [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', String.raw`\|`)).join(' | ')} |`)
    .join('\n')

/** `rate-limits` for `Rate limits`. */
const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** Whether a link leads somewhere, in the site or on the web; others would run a program or hold a page themselves. */
export function isSafeLink(href: string): boolean {
  // Browsers leave out spaces and control characters, and read entities, before they look for the scheme.
  // oxlint-disable-next-line no-control-regex
  const plain = href.replaceAll(/[\s\u0000-\u001f]/g, '')
  const [, scheme] = plain.match(/^([^/?#:&]*)(?::|&)/) ?? []
  return scheme === undefined || (/^(?:https?|mailto|tel)$/i.test(scheme) && plain.startsWith(`${scheme}:`))
}

/** The heading of the first rank is the page's own. */
function writeHeading(depth: number, inside: string, attributes = ''): string {
  const element = `h${Math.max(2, depth)}`
  return `<${element}${attributes}>${inside}</${element}>\n`
}

// HTML in a description is shown, not run. Each line of the spec's prose is a sentence of its own, not a paragraph.
const renderer: RendererObject = {
  link({ href, tokens }) {
    return isSafeLink(href) ? false : this.parser.parseInline(tokens)
  },
  // The policy of the pages lets none show an image of another host.
  image: ({ href, text }) =>
    isSafeLink(href)
      ? `<a href="${escapeText(href).replaceAll('"', '&quot;')}">${escapeText(text || href)}</a>`
      : escapeText(text),
  // What looks for links in the source is not to take the shown one for a link.
  html: ({ text }) => escapeText(text).replaceAll('=', '&#61;'),
  tablecell({ tokens, header, align }) {
    const element = header ? 'th' : 'td'
    const inside = this.parser.parseInline(tokens).replaceAll(/(?<=<code>(?:[^<]|<wbr>)*_)(?!<wbr>)/g, '<wbr>')
    return `<${element}${align ? ` align="${align}"` : ''}>${inside}</${element}>`
  },
  codespan: ({ text }) => `<code>${renderName(text)}</code>`,
  heading({ depth, tokens }) {
    return writeHeading(depth, this.parser.parseInline(tokens))
  },
}
const marked = new Marked({ renderer })

/** Quotes need no escape outside of tags, and there are many. */
const unescapeQuotes = (html: string) =>
  html.replaceAll(/(?:^|>)[^<]+/g, (text) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).trim()

/** A description of the spec, as HTML with blocks. */
export const renderMarkdown = (markdown = '') => unescapeQuotes(marked.parse(markdown, { async: false }))

/**
 * A description whose headings are sections of its page, with addresses.
 *
 * @param taken The other addresses of the page.
 */
export function renderSections(markdown: string, taken: string[]): string {
  const known = new Set(taken)
  const sections: RendererObject = {
    heading({ text, depth, tokens }) {
      let anchor = slug(text)
      for (let count = 2; known.has(anchor); count++) anchor = `${slug(text)}-${count}`
      known.add(anchor)
      return writeHeading(depth, this.parser.parseInline(tokens), ` id="${anchor}"`)
    },
  }
  return unescapeQuotes(new Marked({ renderer }, { renderer: sections }).parse(markdown, { async: false }))
}

/** A description of the spec, as HTML without blocks. */
export const renderInline = (markdown = '') => unescapeQuotes(marked.parseInline(markdown, { async: false }))

const unescapes: Record<string, string> = { lt: '<', gt: '>', amp: '&' }

/** The first line of a description, without Markdown. */
export const summarize = (description = '') =>
  renderInline(description.trimStart().split('\n')[0]!.replace(/^#+ /, ''))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp);/g, (_, name: string) => unescapes[name]!)
