import { document, isOwnApi } from '../contract/document/document.ts'
import type { IndexPart } from '../contract/pages/index-pages.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { describeType } from '../contract/schemas/type-words.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { operations, link, pages, root, type Page, type PageOf } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'
import { describeTag, pagesOf, tagTitle } from '../layouts/navigation.ts'
import { linkCurrent } from '../layouts/version-links.ts'
import { writeErrorHandling } from '../samples/error-handling.ts'
import { fence, fenceExample, writeNamed, writeOperation } from './operation.ts'
import { writeChangelog, writeErrors, writeOverview } from './overview.ts'
import { writeSamples } from './samples.ts'
import { writeShape } from './schema.ts'

/** A page as Markdown, which begins with a link to the index. */
export async function writePage(page: Page): Promise<string> {
  const released = current
    ? `\n> This is the reference of version ${document.info.version}. [Go to the current version](${linkCurrent(page, '.md')})`
    : ''
  const index = `> All pages: [llms.txt](${root(page)}llms.txt)${released}`
  return `${[index, `# ${page.title}`, ...(await writeContent(page))].join('\n\n')}\n`
}

async function writeContent(page: Page): Promise<string[]> {
  switch (page.kind) {
    case 'overview':
      return writeOverview(page)
    case 'operations':
      return writeOperations(page)
    case 'operation':
      return writeOperation(page, page.operation)
    case 'samples':
      return writeSamples(page.operation)
    case 'schemas':
      return [...writeParts(page), ...writeList(page, pagesOf('schema').slice(...page.range))]
    case 'schema':
      return writeSchema(page)
    case 'errors':
      return [...writeParts(page), ...writeErrors(page)]
    case 'error':
      return writeError(page)
    case 'changelog':
      return writeChangelog(page)
  }
}

const writeParts = (page: Page & IndexPart) =>
  page.parts.length > 0
    ? [page.parts.map(({ path, title }) => `- [${title}](${link(page, path, '', '.md')})`).join('\n')]
    : []

const writeList = (page: Page, entries: Page[]) => [
  entries.map((entry) => `- [${entry.title}](${link(page, entry.path, '', '.md')}): ${entry.description}`).join('\n'),
]

function writeOperations(page: PageOf<'operations'>): string[] {
  const shown = operations.slice(...page.range)
  const groups = [...new Set(shown.map(({ tag }) => tag))].flatMap((tag) => [
    `## ${tagTitle(tag)}`,
    ...(describeTag(tag) ? [describeTag(tag)!] : []),
    shown
      .filter((operation) => operation.tag === tag)
      .map(
        (operation) =>
          `- [${operation.summary}](${link(page, operation.page, '', '.md')}): \`${operation.id}\`, \`${operation.method} ${operation.path}\``,
      )
      .join('\n'),
  ])
  return [...writeParts(page), ...groups]
}

function writeSchema({ schema: { shape, examples } }: PageOf<'schema'>): string[] {
  const items = shape.items ? ['## Each item', shape.items.description ?? '', writeShape(shape.items).join('\n')] : []
  return [
    `\`${describeType(shape)}\`${shape.nullable ? ' or null' : ''}`,
    ...(shape.description ? [shape.description] : []),
    writeShape(shape).join('\n'),
    ...items,
    ...examples.flatMap(({ summary, value }) => [`## Example: ${summary}`, fenceExample(value)]),
  ]
}

function writeError(page: PageOf<'error'>): string[] {
  const { type, description, occurrences, statuses, made } = page.error
  return [
    description,
    ...occurrences.flatMap(({ status, operations: from, example }) => [
      `## ${nameStatus(status)}, ${listSome(page, from)}`,
      ...writeNamed(example),
    ]),
    ...(occurrences.length > 0
      ? []
      : [
          `The description has no example of this error. It is returned with ${statuses.length > 0 ? `\`${nameStatus(statuses[0]!)}\`` : 'the status that applies'}, in a body of this form:`,
          fenceExample(made),
        ]),
    ...(isOwnApi ? ['## In the client', fence(writeErrorHandling(type), 'ts')] : []),
  ]
}

/** Links to the first operations, because some errors belong to every operation. */
function listSome(page: Page, from: DescribedOperation[]): string {
  const links = from.slice(0, 10).map((operation) => `[${operation.summary}](${link(page, operation.page, '', '.md')})`)
  const rest = from.length - links.length
  return links.join(', ') + (rest > 0 ? ` and [${rest} more](${link(page, 'operations', '', '.md')})` : '')
}

/**
 * `llms.txt`: the index of all pages, for programs.
 *
 * @param site The site's address, if it is known: then the links also work outside of the site.
 */
export function writeIndex(site?: URL): string {
  const to = (path: string) => (site ? new URL(path, site).href : path)
  const { title, summary, version } = document.info
  const list = pages.map((page) => `- [${page.title}](${to(`${page.path}.md`)}): ${page.description}`)
  return `# ${title}

> ${summary ?? ''} Version ${version}.

## Pages

${list.join('\n')}

## Everything

- [llms-full.txt](${to('llms-full.txt')}): every page except the code samples, in one file
- [openapi.yaml](${to('openapi.yaml')}), [openapi.json](${to('openapi.json')}): the OpenAPI description
`
}

/** `llms-full.txt`: every page except the code samples, one after the other. */
export async function writeEverything(): Promise<string> {
  const texts = pages
    .filter(({ kind }) => kind !== 'samples')
    .map(async (page) => {
      const text = await writePage(page)
      // The file is at the site's root, wherever the page is.
      return root(page) ? text.replaceAll(`](${root(page)}`, '](') : text
    })
  return (await Promise.all(texts)).join('\n---\n\n')
}
