import { describeContent } from '../blocks/index.ts'
import { document } from '../contract/document/document.ts'
import { link, pages, root, type Page } from '../contract/pages/pages.ts'
import { writeBanner } from '../layouts/version-links.ts'
import { escapeMarkdown } from '../text/markdown.ts'
import { writeBlocks } from './blocks.ts'

/** A page as Markdown, which begins with a link to the index. */
export async function writePage(page: Page): Promise<string> {
  const top = [`All pages: [llms.txt](${root(page)}llms.txt)`, writeBanner(page, '.md') ?? []].flat()
  const quote = top.map((line) => `> ${line}`).join('\n')
  return `${[quote, `# ${page.title}`, ...(await writeContent(page))].join('\n\n')}\n`
}

async function writeContent(page: Page): Promise<string[]> {
  const { intro, examples, rest } = await describeContent(page, '.md')
  const more = examples?.choices.flatMap(({ options, from }) =>
    from ? [`[Samples in ${options.join(', ')}](${link(page, from, '', '.md')}).`] : [],
  )
  return [...writeBlocks(page, [...intro, ...(examples?.blocks ?? [])]), ...(more ?? []), ...writeBlocks(page, rest)]
}

/**
 * `llms.txt`: the index of all pages, for programs.
 *
 * @param site The site's address, if it is known: then the links also work outside of the site.
 */
export function writeIndex(site?: URL): string {
  const to = (path: string) => (site ? new URL(path, site).href : path)
  const { title, summary, version } = document.info
  const list = pages.map((page) => `- [${escapeMarkdown(page.title)}](${to(`${page.path}.md`)}): ${page.description}`)
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
