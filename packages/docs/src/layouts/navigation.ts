import { document } from '../contract/document/document.ts'
import { operations, errorTypes, pages, schemas, type Page } from '../contract/pages/pages.ts'

export interface NavigationGroup {
  title: string
  items: NavigationItem[]
}

export interface NavigationItem {
  path: string
  title: string
  method?: string
  isName?: boolean
}

/** More entries than these of one kind are shown on their index only, so that a page's weight does not grow with the API. */
const entriesPerGroup = 10

/** What is beside a page: every index, the operations and objects around it, and its siblings. */
export function listNavigation(page: Page): NavigationGroup[] {
  const shown = near(operations, (operation) => page.kind === 'operation' && operation === page.operation)
  const objects = near(
    schemas.filter((schema) => schema.isResult || (page.kind === 'schema' && schema === page.schema)),
    (schema) => page.kind === 'schema' && schema === page.schema,
  )
  const errors =
    page.kind === 'error' || page.kind === 'errors'
      ? near(errorTypes, (type) => page.kind === 'error' && type === page.error)
      : []
  const tags = [...new Set(shown.map(({ tag }) => tag))]
  return [
    { title: 'Start', items: [item('index', 'Overview'), item('operations', 'All operations')] },
    ...tags.map((tag) => ({
      title: tagTitle(tag),
      items: shown
        .filter((operation) => operation.tag === tag)
        .map((operation) => ({ path: operation.page, title: operation.summary, method: operation.method })),
    })),
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

const item = (path: string, title: string): NavigationItem => ({ path, title })

/** `ACS credentials` for `acs_credentials`. */
export const tagTitle = (tag = 'Operations') =>
  tag
    .replaceAll('_', ' ')
    .replace(/^acs\b/i, 'ACS')
    .replace(/^\w/, (letter) => letter.toUpperCase())

function near<T>(entries: T[], isCurrent: (entry: T) => boolean): T[] {
  const place = Math.max(0, entries.findIndex(isCurrent))
  const start = Math.max(0, Math.min(place - entriesPerGroup / 2, entries.length - entriesPerGroup))
  return entries.slice(start, start + entriesPerGroup)
}

/** The description of a tag, for the index of operations. */
export const describeTag = (name: string | undefined) => document.tags?.find((tag) => tag.name === name)?.description

export const pagesOf = (kind: Page['kind']) => pages.filter((page) => page.kind === kind)
