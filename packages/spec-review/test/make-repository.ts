import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { reviewRepository } from '../src/review.ts'
import { openRepository, type Repository } from './open-repository.ts'

/** A repository with the program that is tested. */
export interface ReviewedRepository extends Repository {
  review(revision?: string): ReturnType<typeof reviewRepository>
}

/** A repository with a branch off `origin/main`. */
export async function makeRepository(): Promise<ReviewedRepository> {
  const directory = await makeDirectory()
  cpSync(inject('template'), directory, { recursive: true })
  return withReview(openRepository(directory))
}

/** A clone with its last commit only, as CI makes one by default. */
export async function cloneShallowly(repository: Repository): Promise<ReviewedRepository> {
  const clone = openRepository(await makeDirectory())
  const source = `file://${repository.directory}`
  await clone.git('clone', '--quiet', '--depth', '1', '--no-single-branch', '--branch', 'change', source, '.')
  return withReview(clone)
}

export async function makeDirectory(): Promise<string> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'spec-review-test-')))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

const withReview = (repository: Repository): ReviewedRepository => ({
  ...repository,
  review: (revision) => reviewRepository(repository.directory, revision),
})
