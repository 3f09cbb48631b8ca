import type { Block, Inline, Item } from './document.ts'
import { limits, toLine, toLines, toText } from './text/plain-text.ts'

/** GitHub's Markdown. Whatever the spec says stays text: no markup, no link, no mention comes of it. */
export function toMarkdown(blocks: Block[]): string {
  return `${blocks.map(block).join('\n\n')}\n`
}

function block(part: Block): string {
  switch (part.type) {
    case 'title':
      return `### ${inline(part.content)}`
    case 'heading':
      return `#### ${inline(part.content)}`
    case 'paragraph':
      return inline(part.content)
    case 'table': {
      const rows = [part.head, part.head.map(() => ['---']), ...part.rows]
      return rows.map((cells, index) => row(cells, index === 1)).join('\n')
    }
    case 'list':
      return part.items.map(item).join('\n')
    case 'fold':
      return `<details><summary>${html(part.summary)}</summary>\n\n${part.blocks.map(block).join('\n\n')}\n\n</details>`
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longestRun(part.text) + 1))
      return `${fence}${part.language}\n${toLines(part.text)}\n${fence}`
    }
  }
}

function row(cells: Inline[][], isRule: boolean): string {
  // A bar ends a cell even within code.
  const texts = cells.map((cell) => (isRule ? '---' : inline(cell).replaceAll('|', '\\|').replaceAll('\\\\|', '\\|')))
  return `| ${texts.join(' | ')} |`
}

function item({ line, below = [] }: Item): string {
  return [`- ${inline(line)}`, ...below.map((content) => `  - ${inline(content)}`)].join('\n')
}

function inline(content: Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return text(part)
      if ('code' in part) return span(part.code)
      if ('small' in part) return `<sub>${inline(part.small)}</sub>`
      if ('link' in part) return `[${inline(part.text)}](<${part.link.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`
      return `**${inline(part.strong)}**`
    })
    .join('')
}

/** For the inside of an HTML element, of which Markdown reads some and not others: numbered entities are safe in both. */
function html(content: Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return entities(toText(part, limits.text))
      return 'code' in part ? `<code>${entities(toLine(part.code, limits.code))}</code>` : ''
    })
    .join('')
}

const entities = (value: string) =>
  unlink(value).replaceAll(/[!-/:-@[-`{-~]/g, (mark) => (',.-/()'.includes(mark) ? mark : `&#${mark.codePointAt(0)};`))

function text(value: string): string {
  return unlink(toText(value, limits.text))
    .replaceAll(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1')
}

/** GitHub makes links of mentions, issues and addresses in finished text, where no escape is left: a joiner of no width parts them. */
const unlink = (value: string) => value.replaceAll(/[@#](?=\w)|:(?=\/\/)|\b(?:GH-(?=\d)|www(?=\.))/gi, '$&\u2060')

function span(value: string): string {
  const line = toLine(value, limits.payload) || ' '
  const fence = '`'.repeat(longestRun(line) + 1)
  const edge = /^`|`$|^ .* $/.test(line) ? ' ' : ''
  return `${fence}${edge}${line}${edge}${fence}`
}

const longestRun = (value: string) => Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length))
