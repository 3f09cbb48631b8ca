/** More entries than these make an index too heavy for one page. */
const entriesPerPage = 60

/** Which part of a list a page of an index shows. */
export interface IndexPart<Kind extends string = string> {
  kind: Kind
  path: string
  title: string
  description: string
  /** The entries of the page: from the first number up to the second, which is not among them. */
  range: [start: number, end: number]
  /** On the first page of a divided index, the others, by what is first and last in them. */
  parts: { path: string; title: string }[]
}

/** The index of a list: one page, or one that leads to several of equal size. */
export function listIndexPages<Kind extends string>(
  { kind, title, description }: Pick<IndexPart<Kind>, 'kind' | 'title' | 'description'>,
  names: string[],
): IndexPart<Kind>[] {
  const index = { kind, path: kind, title, description }
  if (names.length <= entriesPerPage) return [{ ...index, range: [0, names.length], parts: [] }]
  const count = Math.ceil(names.length / entriesPerPage)
  const size = Math.ceil(names.length / count)
  const pages = Array.from({ length: count }, (_, place): IndexPart<Kind> => {
    const range: IndexPart['range'] = [place * size, Math.min((place + 1) * size, names.length)]
    const path = `${kind}/part-${place + 1}`
    return { ...index, path, title: `${title}, part ${place + 1}`, range, parts: [] }
  })
  const parts = pages.map(({ path, range: [start, end] }) => ({ path, title: `${names[start]} … ${names[end - 1]}` }))
  return [{ ...index, range: [0, 0], parts }, ...pages]
}
