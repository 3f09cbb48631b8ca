import type { Page, PageOf } from '../contract/pages/pages.ts'
import { writeChangelog, writeErrors } from '../markdown/overview.ts'
import { createLinks, text, type Content, type Heading } from './block.ts'
import { describeError } from './error.ts'
import { describeOperations, describeParts, describeSchemas } from './indexes.ts'
import { describeOperation } from './operation.ts'
import { describeSchema } from './schema.ts'

export type DescribedPage = Exclude<Page, { kind: 'overview' | 'samples' }>

/** What a page says, except its examples. */
export async function describeContent(page: DescribedPage, extension: '.html' | '.md'): Promise<Content> {
  const to = createLinks(page, extension)
  switch (page.kind) {
    case 'operation':
      return describeOperation(page.path, page.operation, to)
    case 'schema':
      return describeSchema(page.schema, to)
    case 'error':
      return describeError(page.error, to)
    case 'operations':
      return { intro: [], rest: describeOperations(page) }
    case 'schemas':
      return { intro: [], rest: describeSchemas(page) }
    case 'errors':
      return { intro: [], rest: [...describeParts(page), ...text(writeErrors(page, extension).join('\n\n'))] }
    case 'changelog':
      return { intro: [], rest: text((await writeChangelog(page, extension)).join('\n\n')) }
  }
}

/** The sections of an operation's page, which its navigation lists. */
export const listSections = ({ path, operation }: PageOf<'operation'>): Heading[] =>
  describeOperation(path, operation, (title) => title).rest.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  )
