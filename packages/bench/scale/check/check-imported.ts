import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measure } from '@seam-acs/spec-review/measure-program'
import { readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import { createLinter, findProblems } from '@seam-acs/spec/problems'
import { programs, type Workplace } from '../measure/programs.ts'
import { packageOf } from '../package-of.ts'
import { renderProgram } from './render-program.ts'
import { roundTrip } from './round-trip.ts'
import { earlier, importVersion, newest } from './vendor.ts'

/** How many requests, responses and literals each operation gets. */
const cases = 3

export interface Findings {
  operations: number
  /** The rules of lint that the document breaks, each with the number of places. */
  lint: [rule: string, count: number][]
  /** The number of all rules. */
  rules: number
  /** The number of calls and responses whose results were right. */
  exchanges: number
  /** The number of obligations of the ledger that no synthetic exchange shows. */
  unmet: number
  obligations: number
  reviews: { base: string; bump: string; entries: number; contradictions: number }[]
}

const find = (name: string) => programs.find((program) => program.name === name)!

/**
 * Runs every stage on the imported document.
 *
 * @throws {Error} If a stage fails or two of them disagree, with what is wrong.
 */
export async function checkImported(
  document: OpenApiDocument,
  place: Workplace,
  house: OpenApiDocument,
): Promise<Findings> {
  const operations = readOperations(document)
  const problems = await roundTrip(document, place.client, cases)
  await writeFile(join(place.client, 'program.ts'), renderProgram(document, cases))
  for (const name of ['types', 'client', 'validators', 'mock', 'type check', 'reference']) {
    const { program, args, ...options } = find(name).command(place)
    const { exitCode, output, errors } = await measure(program, args, options)
    if (exitCode > 0) problems.push(`${name}: ${errors || output}`)
  }
  if (problems.length > 0) throw new Error(problems.slice(0, 20).join('\n'))
  const { generateFiles } = await import('@seam-acs/contract-tests/generated-files')
  const { entries } = generateFiles(document, [])
  const met = entries.filter(({ real, synthetic }) => real.length + synthetic.length > 0)
  return {
    operations: operations.length,
    ...(await lint(place)),
    exchanges: operations.length * cases + operations.filter(({ success }) => success?.schema).length * cases,
    unmet: entries.length - met.length,
    obligations: entries.length,
    reviews: [await review(newest), await review(earlier)],
  }

  async function review(version: string): Promise<Findings['reviews'][number]> {
    const base = { ...place, changed: place.document, document: `${place.document}.${version}.json` }
    await writeFile(base.document, JSON.stringify((await importVersion(version, house)).document))
    const { program, args } = find('review').command(base)
    const { output } = await measure(program, args)
    const { bump, causes, defects } = JSON.parse(output)
    return { base: version, bump, entries: causes.length, contradictions: defects.length }
  }
}

async function lint({ spec }: Workplace): Promise<Pick<Findings, 'lint' | 'rules'>> {
  const problems = await findProblems(spec, await createLinter())
  const counts = [...Map.groupBy(problems, ({ rule }) => rule!)].map(([rule, some]): [string, number] => [
    rule,
    some.length,
  ])
  const config = await readFile(join(packageOf('@seam-acs/spec'), 'redocly.yaml'), 'utf8')
  return {
    lint: counts.toSorted(([, one], [, other]) => other - one),
    rules: config.match(/^ {2}(rule|seam)\//gm)!.length,
  }
}
