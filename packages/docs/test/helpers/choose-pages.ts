import { testsAll } from './tests-all.ts'

const empty = new Set('area base br col embed hr img input link meta source wbr'.split(' '))

/** The elements of a page as style sheets see them: each with its classes, in the two elements around it. */
function listLooks(html: string): Set<string> {
  const looks = new Set<string>()
  const open: { tag: string; name: string }[] = []
  for (const [, end, tag, attributes] of html.matchAll(/<(\/?)([a-z]\w*)([^>]*)>/g)) {
    if (end) {
      const start = open.findLastIndex((each) => each.tag === tag)
      if (start >= 0) open.length = start
      continue
    }
    const [, classes = ''] = attributes!.match(/ class="?([^">]*)/) ?? []
    open.push({ tag: tag!, name: `${tag}.${classes}` })
    looks.add(
      open
        .slice(-3)
        .map(({ name }) => name)
        .join(' '),
    )
    if (empty.has(tag!)) open.pop()
  }
  return looks
}

/** Pages that together have every element in every place; all pages if `DOCS_TEST_ALL` is set. */
export function choosePages(site: Map<string, string>, paths: string[]): string[] {
  if (testsAll) return paths
  const seen = new Set<string>()
  return paths
    .toSorted((one, other) => site.get(other)!.length - site.get(one)!.length)
    .filter((path) => {
      const known = seen.size
      for (const look of listLooks(site.get(path)!)) seen.add(look)
      return seen.size > known
    })
}
