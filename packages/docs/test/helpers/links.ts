import { posix } from 'node:path'

/** The links to files of the site itself in a page, or in its Markdown. */
export function listLinks(path: string, text: string): string[] {
  const pattern = path.endsWith('.html') ? / (?:href|data-source)="([^"]*)"/g : /\]\(([^)\s]+)\)/g
  return [...text.matchAll(pattern)].map(([, link]) => link!).filter((link) => !/^(?:https?|data|mailto):/.test(link))
}

/** The links of a page that lead to no file of the site, or to no anchor there. */
export function findBroken(site: Map<string, string>, path: string): string[] {
  return listLinks(path, site.get(path)!).filter((link) => {
    const [file = '', anchor] = link.split('#')
    const target = site.get(file ? posix.join(posix.dirname(path), file) : path)
    return target === undefined || (anchor !== undefined && !target.includes(` id="${anchor}"`))
  })
}

/** The pages of a site, and its texts for programs, by their paths. */
export const listTexts = (site: Map<string, string>) =>
  [...site.keys()].filter((path) => /^(?!.*(?:try-it\/|robots)).*\.(?:html|md|txt)$/.test(path))

/** Every broken link of a site, with the page that it is on. */
export const listBrokenLinks = (site: Map<string, string>) =>
  listTexts(site).flatMap((path) => findBroken(site, path).map((link) => `${path}: ${link}`))

/** Every id that a page has more than once, with the page. */
export const listRepeatedIds = (site: Map<string, string>) =>
  [...site].flatMap(([path, html]) => {
    const ids = path.endsWith('.html') ? [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!) : []
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`)
  })
