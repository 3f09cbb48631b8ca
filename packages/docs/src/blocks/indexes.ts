import type { IndexPart } from '../contract/pages/index-pages.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { operations, type PageOf } from '../contract/pages/pages.ts'
import { describeTag, pagesOf, tagAnchor, tagTitle } from '../layouts/navigation.ts'
import { escapeMarkdown } from '../text/markdown.ts'
import { heading, text, type Block, type WriteLink } from './block.ts'

/** The other pages of a divided index. */
export const describeParts = ({ parts }: IndexPart): Block[] =>
  list(parts.map((part) => ({ ...part, isName: false, code: undefined, text: '' })))

export const describeSchemas = (page: PageOf<'schemas'>): Block[] => [
  ...describeParts(page),
  ...list(
    pagesOf('schema')
      .slice(...page.range)
      .map(({ path, title, description }) => ({ path, title, isName: true, code: undefined, text: description })),
  ),
]

export const describeOperations = (page: PageOf<'operations'>): Block[] => [
  ...describeParts(page),
  ...[...Map.groupBy(operations.slice(...page.range), ({ tag }) => tag)].flatMap(([tag, tagged]) => [
    heading(2, escapeMarkdown(tagTitle(tag)), tagAnchor(tag)),
    ...text(describeTag(tag)),
    ...list(
      tagged.map(({ id, summary, page: path, method, path: address }) => ({
        path,
        title: summary,
        isName: false,
        code: id,
        text: `${method} ${address}`,
      })),
    ),
  ]),
]

const list = (entries: Extract<Block, { kind: 'entries' }>['entries']): Block[] =>
  entries.length > 0 ? [{ kind: 'entries', entries }] : []

/** Only the first operations have links, because every operation uses some of the schemas and errors. */
const shownLinks = 10

export function linkOperations(all: DescribedOperation[], to: WriteLink, anchor?: string): string {
  const links = all.slice(0, shownLinks).map(({ summary, page }) => to(escapeMarkdown(summary), page, anchor))
  const rest = all.length - links.length
  return links.join(', ') + (rest > 0 ? ` and ${to(`${rest} more`, 'operations')}` : '')
}
