import { document } from '../contract/document/document.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { toAnchor } from '../contract/pages/paths.ts'
import { operations, errorTypes, pages, schemas, type Page } from '../contract/pages/pages.ts'

export interface NavigationGroup {
  title: string
  items: NavigationItem[]
}

export interface NavigationItem {
  path: string
  anchor?: string
  title: string
  method?: string
  isName?: boolean
}

/** More entries than these of one kind are shown on their index only, so that a page's weight does not grow with the API. */
const entriesPerGroup = 10
/** The operations of one tag are read together, so more of them are shown. */
const operationsPerTag = 60
const errorsBeside = 30

/** What is beside a page: every index, the operations of its tag, the other tags, the objects around it, and its siblings. */
export function listNavigation(page: Page): NavigationGroup[] {
  const objects = near(
    schemas.filter((schema) => schema.isResult || (page.kind === 'schema' && schema === page.schema)),
    (schema) => page.kind === 'schema' && schema === page.schema,
  )
  const errors =
    page.kind === 'error' || page.kind === 'errors'
      ? near(errorTypes, (type) => page.kind === 'error' && type === page.error, errorsBeside)
      : []
  return [
    { title: 'Start', items: [item('index', 'Overview'), item('operations', 'All operations')] },
    ...listOperationGroups(page),
    {
      title: 'Objects',
      items: [
        ...objects.map(({ name }) => ({ path: `schemas/${name}`, title: name, isName: true })),
        item('schemas', 'All objects and schemas'),
      ],
    },
    {
      title: 'More',
      items: [
        item('errors', 'Errors'),
        ...errors.map(({ type, page: path }) => ({ path, title: type, isName: true })),
        item('changelog', 'Changelog'),
      ],
    },
  ]
}

/** Every operation of a small API; of a large one, those with the tag of the page, and where to find the other tags. */
function listOperationGroups(page: Page): NavigationGroup[] {
  const tags = [...Map.groupBy(operations, ({ tag }) => tag)]
  const own = page.kind === 'operation' || page.kind === 'samples' ? page.operation : undefined
  const isOpen = (tag: string | undefined) => operations.length <= entriesPerGroup || (own && tag === own.tag)
  const open = tags.filter(([tag]) => isOpen(tag))
  const others = near(
    tags.filter(([tag]) => !isOpen(tag)),
    () => false,
    operationsPerTag,
  )
  return [
    ...open.map(([tag, tagged]) => ({
      title: tagTitle(tag),
      items: near(tagged, (operation) => operation === own, operationsPerTag).map(
        ({ page: path, summary, method }) => ({
          path,
          title: summary,
          method,
        }),
      ),
    })),
    ...(others.length > 0
      ? [
          {
            title: own ? 'Other operations' : 'Operations',
            items: others.map(([tag, [first]]) => linkTag(tag, first!)),
          },
        ]
      : []),
  ]
}

function linkTag(tag: string | undefined, first: DescribedOperation): NavigationItem {
  const place = operations.indexOf(first)
  const index = pages.find((page) => page.kind === 'operations' && page.range[0] <= place && place < page.range[1])
  return { path: index!.path, anchor: tagAnchor(tag), title: tagTitle(tag) }
}

const item = (path: string, title: string): NavigationItem => ({ path, title })

/** `ACS credentials` for `acs_credentials`. */
export const tagTitle = (tag = 'Operations') =>
  tag
    .replaceAll('_', ' ')
    .replace(/^\/+/, '')
    .replace(/^acs\b/i, 'ACS')
    .replace(/^\w/, (letter) => letter.toUpperCase())

/** Where an index has the operations with a tag. */
export const tagAnchor = (tag = '') => `tag.${toAnchor(tag)}`

function near<T>(entries: T[], isCurrent: (entry: T) => boolean, count = entriesPerGroup): T[] {
  const place = Math.max(0, entries.findIndex(isCurrent))
  const start = Math.max(0, Math.min(place - count / 2, entries.length - count))
  return entries.slice(start, start + count)
}

/** The description of a tag, for the index of operations. */
export const describeTag = (name: string | undefined) => document.tags?.find((tag) => tag.name === name)?.description

export const pagesOf = (kind: Page['kind']) => pages.filter((page) => page.kind === kind)
