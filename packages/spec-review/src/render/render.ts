import type { Report } from '../report.ts'
import { compose } from './compose.ts'
import type { Links } from './text/links.ts'
import { toJson } from './json.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'

export type Format = 'html' | 'json' | 'markdown'

/** GitHub takes 65,536 characters in a comment; the rest is for whoever quotes it. */
const longest = 60_000

export function render(report: Report, format: Format, links?: Links): string {
  if (format === 'json') return toJson(report)
  if (format === 'html') return toHtml(compose(report, Infinity, links))
  // Every entry is short by itself, so some number of them fits.
  for (const entries of [Infinity, 200, 100, 50, 25, 10]) {
    const text = toMarkdown(compose(report, entries, links))
    if (text.length <= longest) return text
  }
  return toMarkdown(compose(report, 3, links))
}
