import { limits, toLine, toLines, toText } from './text/plain-text.ts'
import type { Block, Inline, Item } from './document.ts'

const style = `
:root { color-scheme: light dark; --line: #8c959f; --soft: #f0f2f4; --text: #1f2328; --page: #ffffff }
@media (prefers-color-scheme: dark) { :root { --line: #6e7681; --soft: #262c36; --text: #e6edf3; --page: #0d1117 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: var(--text); background: var(--page);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.3rem; line-height: 1.3 }
h2 { font-size: 1.1rem }
code { padding: 0.1em 0.3em; border-radius: 0.3em; background: var(--soft); font-size: 0.9em; white-space: pre-wrap }
pre { padding: 0.75rem; border-radius: 0.3em; background: var(--soft); white-space: pre-wrap }
pre code { padding: 0 }
ul { padding-left: 1.2rem }
li { margin-block: 0.35rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: left; overflow-wrap: normal }
@media (max-width: 30rem) { th, td { padding: 0.2rem; font-size: 0.75rem } th code, td code { padding: 0 } }
summary { cursor: pointer; padding-block: 0.25rem }
`

/** A page of its own: no script, nothing loaded, readable on a telephone. */
export function toHtml(blocks: Block[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Spec review</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map(block).join('\n')}
</main>
</body>
</html>
`
}

function block(part: Block): string {
  switch (part.type) {
    case 'title':
      return `<h1>${inline(part.content)}</h1>`
    case 'heading':
      return `<h2>${inline(part.content)}</h2>`
    case 'paragraph':
      return `<p>${inline(part.content)}</p>`
    case 'table': {
      const head = part.head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('')
      const rows = part.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
      // A region that scrolls has to be reached by the keyboard, and named.
      return `<div class="scroll" role="region" aria-label="Packages" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
    }
    case 'list':
      return `<ul>\n${part.items.map(item).join('\n')}\n</ul>`
    case 'fold':
      return `<details><summary>${inline(part.summary)}</summary>\n${part.blocks.map(block).join('\n')}\n</details>`
    case 'code':
      return `<pre><code>${escape(toLines(part.text))}</code></pre>`
  }
}

function item({ line, below = [] }: Item): string {
  const rest = below.map((content) => `<li>${inline(content)}</li>`).join('')
  return `<li>${inline(line)}${rest && `<ul>${rest}</ul>`}</li>`
}

function inline(content: Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return escape(toText(part, limits.text))
      if ('code' in part) return `<code>${escape(toLine(part.code, limits.payload))}</code>`
      if ('small' in part) return `<small>${inline(part.small)}</small>`
      if ('link' in part) return `<a href="${escape(part.link)}">${inline(part.text)}</a>`
      return `<strong>${inline(part.strong)}</strong>`
    })
    .join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (value: string) => value.replaceAll(/[&<>"']/g, (mark) => entities[mark]!)
