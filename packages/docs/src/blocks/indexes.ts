import type { IndexPart } from '../contract/pages/index-pages.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { responses } from '../contract/pages/overview.ts'
import { errorTypes, operations, type PageOf } from '../contract/pages/pages.ts'
import { describeTag, pagesOf, tagAnchor, tagTitle } from '../layouts/navigation.ts'
import { escapeMarkdown, writeCode, writeTable } from '../text/markdown.ts'
import { heading, text, type Block, type WriteLink } from './block.ts'

/** The other pages of a divided index. */
const describeParts = ({ parts }: IndexPart): Block[] => list(parts)

export const describeSchemas = (page: PageOf<'schemas'>): Block[] => [
  ...describeParts(page),
  ...list(
    pagesOf('schema')
      .slice(...page.range)
      .map(({ path, title, description }) => ({ path, title, isName: true, text: description })),
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
        code: id,
        text: `${method} ${address}`,
      })),
    ),
  ]),
]

/** How a program tells errors apart. */
export const decide =
  errorTypes.length > 0
    ? 'Branch on `error.type`, or on the status if you do not know the type; new types can be added.'
    : 'Branch on the status.'

export function describeErrors(page: PageOf<'errors'>, to: WriteLink): Block[] {
  const bodies = responses
    .filter(({ status }) => !status.startsWith('2'))
    .flatMap(({ contents }) => contents.flatMap(({ shape }) => shape?.name ?? []))
  const links = [...new Set(bodies)].map((name) => ` The body is ${to(name, `schemas/${name}`)}.`)
  const rows = errorTypes
    .slice(...page.range)
    .map(({ type, page: path, statuses, description }) => [
      to(writeCode(type), path),
      statuses.map(writeCode).join(', ') || '—',
      description,
    ])
  return [
    ...describeParts(page),
    ...text(`${decide}${links.join('')}`),
    ...text(rows.length > 0 ? writeTable(['Type', 'Status', 'Meaning'], ...rows) : ''),
  ]
}

const list = (entries: Extract<Block, { kind: 'entries' }>['entries']): Block[] =>
  entries.length > 0 ? [{ kind: 'entries', entries, look: 'index' }] : []

/** Only the first operations have links, because every operation uses some of the schemas and errors. */
const shownLinks = 10

export function linkOperations(all: DescribedOperation[], to: WriteLink, anchor?: string): string {
  const links = all.slice(0, shownLinks).map(({ summary, page }) => to(escapeMarkdown(summary), page, anchor))
  const rest = all.length - links.length
  return links.join(', ') + (rest > 0 ? ` and ${to(`${rest} more`, 'operations')}` : '')
}
