import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { assess, type Assessment, type Input } from './assess.ts'
import { readApprovals } from './gate/approvals.ts'
import { readAnnounced } from './gate/changesets.ts'
import { decide } from './gate/gate.ts'
import { compareWithChangesets } from './gate/verdicts.ts'
import { findBase } from './input/find-base.ts'
import { extract, findRepository } from './input/git.ts'
import { createLocate } from './input/locate.ts'
import { readDocument } from './input/read-document.ts'
import type { Report } from './report.ts'
import { readRecordedCalls } from './source/recorded-calls.ts'

const spec = 'spec/openapi.yaml'
const recordings = 'packages/contract-tests/recordings'

/** Compares two files. There are no packages to go with them, so nothing but the tool itself can fail. */
export async function reviewFiles(directory: string, baseFile: string, headFile: string): Promise<Report> {
  const base = await readInput(resolve(directory, baseFile), baseFile, directory)
  const head = await readInput(resolve(directory, headFile), headFile, directory)
  return finish(assess(base, head, [], []), { base: baseFile, head: headFile, packages: [] }, [], [])
}

/** Compares the spec of the work tree with that of a revision, and the changesets with what the difference needs. */
export async function reviewRepository(directory: string, revision: string | undefined): Promise<Report> {
  const root = await findRepository(directory)
  const commit = await findBase(root, revision)
  const before = mkdtempSync(join(tmpdir(), 'spec-review-'))
  try {
    await extract(root, commit, ['spec', recordings, '.changeset'], before)
    const base = await readInput(join(before, spec), `${spec} at ${commit.slice(0, 10)}`, before)
    const head = await readInput(join(root, spec), spec, root)
    const approvals = await readApprovals(root)
    const assessment = assess(base, head, await readRecordedCalls(join(before, recordings)), approvals)
    const { packages, files } = await readAnnounced(root, before)
    const verdicts = compareWithChangesets(packages, assessment.needs.contract, assessment.needs.source)
    // An approval outlives its change, until somebody tidies up: only a new one can be a mistake.
    const known = new Set((await readApprovals(before)).map(({ fingerprint }) => fingerprint))
    const used = new Set(assessment.report.causes.map(({ fingerprint }) => fingerprint))
    const unused = approvals
      .map(({ fingerprint }) => fingerprint)
      .filter((print) => !known.has(print) && !used.has(print))
    return finish(assessment, { base: commit, head: 'work tree', packages: verdicts }, files, unused)
  } finally {
    rmSync(before, { recursive: true })
  }
}

function finish(
  assessment: Assessment,
  about: Pick<Report, 'base' | 'head' | 'packages'>,
  changesets: string[],
  unused: string[],
): Report {
  const { report } = assessment
  return { ...about, ...report, gate: decide({ ...report, packages: about.packages, changesets, unused }) }
}

async function readInput(file: string, name: string, directory: string): Promise<Input> {
  const document = await readDocument(file, name)
  return { document, createLocate: () => createLocate(document, file, directory) }
}
