import { document } from '../contract/document/document.ts'
import type { Page } from '../contract/pages/pages.ts'

/** JSON-LD about a page; it may not end its own element. */
export const describePage = (page: Page, url?: string) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': page.kind === 'overview' ? 'WebSite' : 'APIReference',
    name: page.title,
    description: page.description,
    ...(url && { url }),
    version: document.info.version,
  }).replaceAll('<', String.raw`\u003c`)
