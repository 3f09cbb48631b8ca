import type { Page } from '../contract/pages/pages.ts'
import { escapeMarkdown } from '../text/markdown.ts'
import { createLinks, text, type Content, type Heading } from './block.ts'
import { describeChangelog } from './changelog.ts'
import { describeError } from './error.ts'
import { describeSamples, describeVariables } from './examples.ts'
import { describeErrors, describeOperations, describeSchemas } from './indexes.ts'
import { describeOperation } from './operation.ts'
import { describeOverview } from './overview.ts'
import { describeSchema } from './schema.ts'

/** What a page says. */
export async function describeContent(page: Page, extension: '.html' | '.md'): Promise<Content> {
  const to = createLinks(page, extension)
  switch (page.kind) {
    case 'overview':
      return describeOverview(to)
    case 'operation':
      return describeOperation(page.path, page.operation, to)
    case 'samples': {
      const { operation } = page
      const of = `Code samples for ${to(escapeMarkdown(operation.summary), operation.page)}.`
      const intro = [of, describeVariables(operation)].filter(Boolean).join(' ')
      return { intro: text(intro), examples: describeSamples(operation), rest: [] }
    }
    case 'schema':
      return describeSchema(page.schema, to)
    case 'error':
      return describeError(page.error, to)
    case 'operations':
      return { intro: [], rest: describeOperations(page) }
    case 'schemas':
      return { intro: [], rest: describeSchemas(page) }
    case 'errors':
      return { intro: [], rest: describeErrors(page, to) }
    case 'changelog':
      return { intro: [], rest: await describeChangelog(page, extension) }
  }
}

/** The sections of a page, which are linked elsewhere. */
export const listSections = ({ rest }: Content): Heading[] =>
  rest.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
