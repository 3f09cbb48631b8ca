import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, onTestFinished } from 'vitest'
import { reviewRepository } from '../src/review.ts'
import { files } from './small-spec.ts'

const run = promisify(execFile)
const identity = {
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_AUTHOR_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

/** A git repository with a branch off `origin/main`, which a test may do anything to. */
export interface Repository {
  directory: string
  git(...args: string[]): Promise<string>
  write(file: string, text: string): Promise<void>
  /** Replaces a piece of a file, which has to be there. */
  edit(file: string, before: string, after: string): Promise<void>
  move(from: string, to: string): Promise<void>
  /** Adds `.changeset/<name>.md` for one package. */
  announce(bump: string, options?: { name?: string; of?: string }): Promise<void>
  commit(): Promise<void>
  review(revision?: string): ReturnType<typeof reviewRepository>
}

// Every test copies one repository, for making one takes git longer than the review.
const template = makeTemplate()
afterAll(async () => rm(await template, { recursive: true }))

async function makeTemplate(): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'spec-review-template-')))
  const repository = use(directory)
  await repository.git('init', '--quiet', '--initial-branch', 'main')
  for (const [file, text] of Object.entries(files)) await repository.write(file, text)
  await repository.commit()
  await repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  await repository.git('switch', '--quiet', '--create', 'change')
  return directory
}

export async function makeRepository(): Promise<Repository> {
  const directory = await makeDirectory()
  await cp(await template, directory, { recursive: true })
  return use(directory)
}

/** A clone with its last commit only, as CI makes one by default. */
export async function cloneShallowly(repository: Repository): Promise<Repository> {
  const clone = use(await makeDirectory())
  const source = `file://${repository.directory}`
  await clone.git('clone', '--quiet', '--depth', '1', '--no-single-branch', '--branch', 'change', source, '.')
  return clone
}

export async function makeDirectory(): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'spec-review-test-')))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

function use(directory: string): Repository {
  const repository: Repository = {
    directory,
    async git(...args) {
      const { stdout } = await run('git', args, { cwd: directory, env: { ...process.env, ...identity } })
      return stdout.trim()
    },
    async write(file, text) {
      await mkdir(dirname(join(directory, file)), { recursive: true })
      await writeFile(join(directory, file), text)
    },
    async edit(file, before, after) {
      const text = await readFile(join(directory, file), 'utf8')
      if (!text.includes(before)) throw new Error(`${file} has no ${before}`)
      await repository.write(file, text.replace(before, after))
    },
    move: (from, to) => rename(join(directory, from), join(directory, to)),
    announce: (bump, { name = 'change', of = '@keys/types' } = {}) =>
      repository.write(`.changeset/${name}.md`, `---\n'${of}': ${bump}\n---\n\nKeys are better.\n`),
    async commit() {
      await repository.git('add', '--all')
      await repository.git('commit', '--quiet', '--message', 'Change')
    },
    review: (revision) => reviewRepository(directory, revision),
  }
  return repository
}
