import { highlight } from './highlight.ts'

/** Variants of a text that begin and end alike: what they share once, and what each has of its own. */
export interface SharedLines {
  before: string
  own: string[]
  after: string
}

/** Compares by line, so that no line and no element of highlighted code is cut in two. */
export function shareLines(variants: string[]): SharedLines {
  const [first = [], ...others] = variants.map((variant) => variant.split(/(?<=\n)/))
  const shortest = Math.min(first.length, ...others.map(({ length }) => length))
  const isShared = (place: number) => others.every((lines) => lines.at(place) === first.at(place))
  let before = 0
  while (before < shortest && isShared(before)) before++
  let after = 0
  while (after < shortest - before && isShared(-1 - after)) after++
  const cut = (lines: string[]) => lines.slice(before, lines.length - after).join('')
  return {
    before: first.slice(0, before).join(''),
    own: [first, ...others].map(cut),
    after: first.slice(first.length - after).join(''),
  }
}

/** Variants of code as one HTML: the shared lines once, and the own lines of each in an element that can be hidden. */
export function highlightTogether(variants: string[], language: string): string {
  const { before, own, after } = shareLines(variants.map((variant) => highlight(variant, language)))
  return `${before}<span class="each">${own.map((lines) => `<span>${lines}</span>`).join('')}</span>${after}`
}
