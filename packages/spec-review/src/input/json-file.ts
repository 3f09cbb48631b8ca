import { createScanner } from 'jsonc-parser'
import type { Json } from '../change.ts'
import type { Lines } from './lines.ts'

/** A member of an object or list, by the offsets of its key and value. */
interface Member {
  key: number
  value: number
}

/**
 * The lines of a JSON file. A YAML parser reads JSON as well, but takes long for documents of megabytes, and a tree of
 * such a document takes hundreds of them: only what is asked for is read.
 */
export function readJsonLines(text: string): Lines {
  const scanner = createScanner(text, true)
  const known = new Map<number, Map<string, Member>>()
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)

  return {
    referenceAt(keys) {
      const reference = find([...keys, '$ref'])
      return reference && text[reference.value] === '"' ? readString(reference.value) : undefined
    },
    lineAt(keys) {
      const member = find(keys)
      return member && lineOf(starts, member.key)
    },
  }

  /** The first character of the next token; empty at the end. */
  function next(): string {
    scanner.scan()
    return text[scanner.getTokenOffset()] ?? ''
  }

  function readString(offset: number): string {
    scanner.setPosition(offset)
    scanner.scan()
    return scanner.getTokenValue()
  }

  function find(keys: string[]): Member | undefined {
    const start = text.startsWith('\ufeff') ? 1 : 0
    let member: Member | undefined = { key: start, value: start }
    for (const key of keys) member = member && membersAt(member.value).get(key)
    return member
  }

  function membersAt(offset: number): Map<string, Member> {
    const members = known.get(offset) ?? readMembers(offset)
    known.set(offset, members)
    return members
  }

  function readMembers(offset: number): Map<string, Member> {
    const members = new Map<string, Member>()
    scanner.setPosition(offset)
    const start = next()
    if (!OPEN.includes(start)) return members
    for (let token = next(); !CLOSED.includes(token); token = next()) {
      if (token === ',') continue
      const key = scanner.getTokenOffset()
      const name = start === '{' ? scanner.getTokenValue() : String(members.size)
      const first = start === '{' && next() === ':' ? next() : token
      members.set(name, { key, value: scanner.getTokenOffset() })
      skip(first)
    }
    return members
  }

  /** Goes to the end of the value that a token begins. */
  function skip(first: string): void {
    let depth = OPEN.includes(first) ? 1 : 0
    while (depth > 0) {
      const token = next()
      if (token === '') return
      if (OPEN.includes(token)) depth++
      else if (CLOSED.includes(token)) depth--
    }
  }
}

const OPEN = ['{', '[']
const CLOSED = ['}', ']', '']

/** The number of lines that start at or before an offset. */
function lineOf(starts: number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The value of a JSON text; undefined where it is not JSON, or has a key twice, of which `JSON.parse` drops one silently. */
export function parseJson(source: string): Json | undefined {
  const text = source.replace(/^\ufeff/, '')
  try {
    const value: Json = JSON.parse(text)
    let left = countKeys(value)
    for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon) left--
    return left === 0 ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((count, child) => count + countKeys(child), own)
}
