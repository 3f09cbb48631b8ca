import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Page } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'

/** A link to the overview of a released version. */
export const linkVersion = (page: Page, version: string, extension = '.html') =>
  `${root(page)}${current ? '../' : 'v/'}${version}/index${extension}`

/** From a page of a released version, the same page of the current one, or its overview where that page is gone. */
export function linkCurrent(page: Page, extension = '.html'): string {
  const isThere = current && existsSync(join(current, `${page.path}.html`))
  return `${root(page)}../../${isThere ? page.path : 'index'}${extension}`
}
