import { existsSync, readFileSync } from 'node:fs'
import { renderTable } from '@seam-acs/runner/figures'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Change, Json } from '../../src/change.ts'
import { compareDocuments } from '../../src/engine/index.ts'
import { findDefects } from '../../src/witness/index.ts'
import { ADJUDICATIONS } from './corpus-adjudications.ts'

interface Entry {
  name: string
  ids: string[]
  base: string
  revision: string
  expected: 'ERR' | 'WARN' | 'INFO' | 'NONBREAKING' | 'NONE'
  direction: string[]
}

// The corpus is read in place and never copied here.
const folder = process.env['OASDIFF_CORPUS']
const isHere = existsSync(`${folder}/index.json`)
const entries: Entry[] = isHere ? JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) : []
const read = (path: string): Json => parse(readFileSync(`${folder}/${path}`, 'utf8'))

const results = entries.map((entry) => {
  const [base, head] = [read(entry.base), read(entry.revision)]
  const changes = compareDocuments(base, head)
  return { entry, changes, isMajor: isMajor(entry, changes), defects: findDefects(base, head, changes) }
})

/** An entry is about one direction; a pair that breaks the other one too is another entry's business. */
function isMajor({ expected, direction }: Entry, changes: Change[]): boolean {
  const sides = direction.filter((side) => side === 'request' || side === 'response')
  const major = changes.filter(({ level }) => level === 'major')
  if (expected === 'ERR' || sides.length === 0) return major.length > 0
  return major.some(({ breaks }) => breaks.length === 0 || breaks.some((side) => sides.includes(side)))
}

const harmful = results.filter(({ entry }) => entry.expected === 'ERR')
const harmless = results.filter(({ entry }) => ['INFO', 'NONBREAKING', 'NONE'].includes(entry.expected))
const missed = harmful.filter((result) => !result.isMajor)
const overcalled = harmless.filter((result) => result.isMajor)
const adjudicationOf = ({ entry }: { entry: Entry }) =>
  ADJUDICATIONS.find((adjudication) => adjudication.entries.includes(entry.name))

test.skipIf(!isHere)('every break of the corpus is major except those with a reason', () => {
  expect(missed.filter((result) => !adjudicationOf(result)).map(({ entry }) => entry.name)).toEqual([])
})

test.skipIf(!isHere)('at most one in twenty harmless pairs of the corpus is major by our policy', () => {
  expect(overcalled.filter((result) => !adjudicationOf(result)).map(({ entry }) => entry.name)).toEqual([])
  const byPolicy = overcalled.filter((result) => adjudicationOf(result)?.kind === 'policy')
  expect(byPolicy.length / harmless.length).toBeLessThanOrEqual(0.05)
})

test.skipIf(!isHere)('every reason speaks of a disagreement that there is', () => {
  const names = [...missed, ...overcalled].map(({ entry }) => entry.name)
  expect(ADJUDICATIONS.flatMap(({ entries: listed }) => listed).filter((name) => !names.includes(name))).toEqual([])
})

test.skipIf(!isHere)('no pair of the corpus has a payload that proves a break which the rules missed', () => {
  expect(results.filter(({ defects }) => defects.length > 0).map(({ entry }) => entry.name)).toEqual([])
})

test.skipIf(!isHere)('the committed table lists every disagreement', async () => {
  // After a look at the difference: `npx --yes pnpm@12.21.0 --filter @seam-acs/spec-review test corpus --update`.
  await expect(renderDisagreements()).toMatchFileSnapshot('../../corpus-disagreements.gen.md')
})

function renderDisagreements(): string {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  const byPolicy = overcalled.filter((result) => adjudicationOf(result)?.kind === 'policy').length
  const real = harmful.length - missed.length
  return [
    '# Where the review and the corpus of oasdiff disagree',
    '',
    'The test of the corpus writes this file.',
    `The corpus has ${entries.length} pairs of documents, each with the level that a check of oasdiff expects.`,
    '',
    `- Of ${harmful.length} pairs with a break ${real} are major here; the other ${missed.length} are below, each with its reason.`,
    `- Of ${harmless.length} harmless pairs ${overcalled.length} are major here on the side that the pair is about: ${byPolicy} by our policy (${percent(byPolicy, harmless.length)}), the other ${overcalled.length - byPolicy} because the documents do break that side.`,
    '',
    ...renderRows('Breaks of the corpus that are not breaks here', missed),
    ...renderRows('Harmless pairs of the corpus that are major here', overcalled),
  ].join('\n')
}

function renderRows(title: string, disagreements: typeof results): string[] {
  const rows = disagreements.map((result) => {
    const { entry, changes } = result
    const { kind, reason } = adjudicationOf(result) ?? { kind: '', reason: '' }
    const checks = entry.ids.map((id) => `\`${id}\``).join(', ')
    return [entry.name, checks, changes[0]?.level ?? 'none', kind, reason]
  })
  const sorted = rows.toSorted(([one], [other]) => one!.localeCompare(other!))
  return [`## ${title}`, '', renderTable([['entry', 'check', 'here', 'by', 'reason'], ...sorted]), '']
}
