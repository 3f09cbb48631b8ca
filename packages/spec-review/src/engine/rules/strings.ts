import { asText } from '../../document/json.ts'
import type { Comparison } from '../schema/comparison.ts'
import { isPatternWithin } from '../schema/patterns.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { compareBound } from './bounds.ts'
import { locate, quoteAll } from './report.ts'

export function compareStrings(comparison: Comparison): void {
  const shared = comparison.base.types.intersection(comparison.head.types)
  if (shared.has('string') || shared.has('integer') || shared.has('fraction')) compareFormat(comparison)
  if (!shared.has('string')) return
  compareBound(comparison, { keyword: 'minLength', unit: 'characters', isLower: true, fallback: 0 })
  compareBound(comparison, { keyword: 'maxLength', unit: 'characters', isLower: false, fallback: Infinity })
  comparePatterns(comparison)
  compareContent(comparison)
}

/** Formats of numbers that hold all values of another. */
const WIDER: Record<string, string> = { int32: 'int64', float: 'double' }

/** A format is taken as a promise, since clients parse by it. */
function compareFormat({ base, head, report }: Comparison): void {
  const [before, after] = difference(readFormats(base), readFormats(head))
  if (before.length + after.length === 0) return
  const narrows = after.some((format) => !before.some((other) => WIDER[other] === format))
  const widens = before.some((format) => !after.some((other) => WIDER[other] === format))
  report({
    rule: before.length === 0 ? 'format-added' : after.length === 0 ? 'format-removed' : 'format-changed',
    pointer: locate(base, head, 'format'),
    says:
      after.length > 0 ? `must now have the format ${quoteAll(after)}` : `no longer has the format ${quoteAll(before)}`,
    before: before[0],
    after: after[0],
    narrows,
    widens,
  })
}

function comparePatterns({ base, head, report }: Comparison): void {
  const all = { before: readAll(base, 'pattern'), after: readAll(head, 'pattern') }
  const [before, after] = difference(all.before, all.after)
  const areMet = (patterns: string[], by: string[]) =>
    patterns.every((pattern) => ['', ...by].some((other) => isPatternWithin(other, pattern) === true))
  const narrows = !areMet(after, all.before)
  const widens = !areMet(before, all.after)
  if (!narrows && !widens) return
  report({
    rule: before.length === 0 ? 'pattern-added' : after.length === 0 ? 'pattern-removed' : 'pattern-changed',
    pointer: locate(base, head, 'pattern'),
    says: after.length > 0 ? `must now match ${quoteAll(after)}` : `need no longer match ${quoteAll(before)}`,
    before: before[0],
    after: after[0],
    narrows,
    widens,
  })
}

/** What 3.0 says by a format and 3.1 by a keyword of its own. */
const ENCODED = ['base64', 'byte']
const CONTENT = {
  contentEncoding: Object.fromEntries(ENCODED.map((format) => [format, 'base64'])),
  contentMediaType: { binary: 'application/octet-stream' } as Record<string, string>,
}

const readFormats = (view: View) =>
  readAll(view, 'format').filter((format) => format !== 'binary' && !ENCODED.includes(format))

function readContent(view: View, keyword: keyof typeof CONTENT): string[] {
  const formats = readAll(view, 'format').flatMap((format) => CONTENT[keyword][format] ?? [])
  return [...formats, ...readAll(view, keyword).map((value) => value.toLowerCase())]
}

/** What is inside a string: no validator looks, but whoever decodes it breaks. */
function compareContent({ base, head, report, descend }: Comparison): void {
  for (const keyword of ['contentMediaType', 'contentEncoding'] as const) {
    const [before, after] = difference(readContent(base, keyword), readContent(head, keyword))
    if (before.length + after.length === 0) continue
    report({
      rule: 'content-changed',
      pointer: locate(base, head, keyword, 'format'),
      says: after.length > 0 ? `holds ${quoteAll(after)}` : `no longer says that it holds ${quoteAll(before)}`,
      before: before[0],
      after: after[0],
      narrows: after.length > 0,
      widens: before.length > 0,
    })
  }
  const schemas = { before: readKeyword(base, 'contentSchema'), after: readKeyword(head, 'contentSchema') }
  if (schemas.before.length + schemas.after.length > 0) descend(schemas.before, schemas.after, { all: 'content' })
}

const readAll = (view: View, keyword: string) => readKeyword(view, keyword).map(({ node }) => asText(node))

/** What one list has and the other has not. */
function difference(before: string[], after: string[]): [string[], string[]] {
  return [[...new Set(before).difference(new Set(after))], [...new Set(after).difference(new Set(before))]]
}
