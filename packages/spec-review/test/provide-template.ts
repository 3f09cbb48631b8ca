import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openRepository } from './open-repository.ts'
import { files } from './small-spec.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The directory of a repository with a branch off `origin/main`, which tests copy. */
    template: string
  }
}

/** Makes one repository for the whole run, because making one takes git longer than the review. */
export default async function provideTemplate(project: TestProject) {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'spec-review-template-')))
  const { git, write, commit } = openRepository(directory)
  await git('init', '--quiet', '--template=', '--initial-branch', 'main')
  // No commit of a test starts another git that tidies up.
  await git('config', 'maintenance.auto', 'false')
  // Few files are copied and deleted faster.
  await git('config', 'core.logAllRefUpdates', 'false')
  for (const [file, text] of Object.entries(files)) await write(file, text)
  await commit()
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  await git('switch', '--quiet', '--create', 'change')
  await git('repack', '--quiet', '-adn')
  project.provide('template', directory)
  return () => rm(directory, { recursive: true })
}
