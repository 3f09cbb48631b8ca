import { basename } from 'node:path'
import type { Context, Visitor } from '../redocly.ts'

interface DescribedNode {
  name?: unknown
  description?: unknown
}

const listWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .filter((word) => word !== '')

const fillers = listWords(
  'A all an and are as at be by for from has in is it its of on or that the this to whether with',
)

const findName = (node: DescribedNode, { pointer, source }: Context['location']) => {
  if (typeof node.name === 'string') return node.name
  return pointer === '#/' ? basename(source.absoluteRef, '.yaml') : pointer.slice(pointer.lastIndexOf('/') + 1)
}

/** A description that repeats its name, such as "The is managed.", tells the reader nothing. */
export const descriptionSaysMore = (): Visitor => ({
  any(node: DescribedNode, { location, report }: Context) {
    if (typeof node.description !== 'string') return
    const name = findName(node, location)
    const nameWords = listWords(name)
    if (listWords(node.description).some((word) => !nameWords.includes(word) && !fillers.includes(word))) return
    report({
      message: `Say what the name \`${name}\` does not: what it is for, when it is absent, or what follows from it.`,
      location: location.child('description'),
    })
  },
})
