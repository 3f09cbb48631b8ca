import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Page } from '../contract/pages/pages.ts'
import { document } from '../contract/document/document.ts'
import { current } from '../contract/document/versions.ts'

/** What a page of a released version says first, in Markdown. */
export const writeBanner = (page: Page, extension: string): string | undefined =>
  current &&
  `This is the reference of version **${document.info.version}**. [Go to the current version](${linkCurrent(page, extension)})`

/** A link to the overview of a released version. */
export const linkVersion = (page: Page, version: string, extension = '.html') =>
  `${root(page)}${current ? '../' : 'v/'}${version}/index${extension}`

/** From a page of a released version, the same page of the current one, or its overview where that page is gone. */
function linkCurrent(page: Page, extension: string): string {
  const isThere = current && existsSync(join(current, `${page.path}.html`))
  return `${root(page)}../../${isThere ? page.path : 'index'}${extension}`
}
