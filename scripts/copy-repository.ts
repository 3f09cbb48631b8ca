import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from './repository-files.ts'

/** Copies the work tree, uncommitted files included, into the only commit of a new repository. */
export async function copyRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'seam-acs-'))
  const files = git(repository, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate')
  const deleted = new Set(git(repository, 'ls-files', '-z', '--deleted').split('\0'))
  for (const file of files.split('\0')) {
    if (file !== '' && !deleted.has(file)) cpSync(join(repository, file), join(copy, file))
  }
  git(copy, 'init', '--quiet', '--template=', '--initial-branch=main')
  // Git then writes no object that the repository has.
  const objects = git(repository, 'rev-parse', '--path-format=absolute', '--git-path', 'objects')
  writeFileSync(join(copy, '.git/objects/info/alternates'), objects)
  commit(copy, 'The present state')
  return copy
}

export function git(folder: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
}

/** Commits everything, without hooks. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '--all')
  const author = ['-c', 'user.name=copy', '-c', 'user.email=copy@localhost']
  git(folder, ...author, 'commit', '--quiet', '--no-verify', '--message', message)
}
