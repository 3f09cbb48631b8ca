import { asArray, asText } from '../../document/json.ts'
import { namesOf, readRest, requiredOf } from '../schema/members.ts'
import { patternLengths } from '../schema/patterns.ts'
import { readKeyword, type Reader, type View } from '../schema/view.ts'

/** What other keywords say about a bound already, so that writing it down says nothing new; undefined where they say nothing. */
export function readImplied(reader: Reader, view: View, keyword: string): number | undefined {
  switch (keyword) {
    case 'minProperties':
      return requiredOf(reader, view).size
    case 'maxProperties': {
      const isShut = reader.read(readRest(view)).types.size === 0
      const isListed = readKeyword(view, 'patternProperties').length === 0
      return isShut && isListed ? namesOf(reader, view).length : undefined
    }
    case 'minItems': {
      const isWanted = readKeyword(view, 'contains').length > 0
      return isWanted ? Math.min(...numbersOf(view, 'minContains', 1)) : undefined
    }
    case 'maxItems': {
      const closed = view.parts.filter(({ node }) => node['items'] === false)
      return closed.length > 0 ? Math.min(...closed.map(({ node }) => asArray(node['prefixItems']).length)) : undefined
    }
    case 'minLength':
      return largest(
        lengthsOf(view).map(({ shortest }) => shortest),
        Math.max,
      )
    case 'maxLength':
      return largest(
        lengthsOf(view).map(({ longest }) => longest),
        Math.min,
      )
    default:
      return undefined
  }
}

const numbersOf = (view: View, keyword: string, fallback: number) => {
  const numbers = readKeyword(view, keyword).flatMap(({ node }) => (typeof node === 'number' ? [node] : []))
  return numbers.length > 0 ? numbers : [fallback]
}

const FORMATS: Record<string, number> = { date: 10, uuid: 36 }

function lengthsOf(view: View): { shortest: number; longest: number }[] {
  const formats = readKeyword(view, 'format').flatMap(({ node }) => FORMATS[asText(node)] ?? [])
  const patterns = readKeyword(view, 'pattern').flatMap(({ node }) => patternLengths(asText(node)) ?? [])
  return [...formats.map((length) => ({ shortest: length, longest: length })), ...patterns]
}

const largest = (numbers: number[], pick: (...numbers: number[]) => number) =>
  numbers.length > 0 ? pick(...numbers) : undefined

/** The smallest and the largest whole number of a format. */
export function readFormatRange(view: View): { smallest: number; largest: number } {
  const isShort = readKeyword(view, 'format').some(({ node }) => node === 'int32')
  return isShort ? { smallest: -(2 ** 31), largest: 2 ** 31 - 1 } : { smallest: -Infinity, largest: Infinity }
}
