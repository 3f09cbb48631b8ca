import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from './repository-files.ts'

/** Copies a work tree, uncommitted files included, into the only commit of a new repository. The tree may have no `.git`. */
export async function copyRepository(tree = repository): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'seam-acs-'))
  git(copy, 'init', '--quiet', '--template=', '--initial-branch=main')
  if (existsSync(join(tree, '.git'))) {
    // Git then writes no object that the repository has.
    const objects = git(tree, 'rev-parse', '--path-format=absolute', '--git-path', 'objects')
    writeFileSync(join(copy, '.git/objects/info/alternates'), objects)
  }
  git(copy, `--git-dir=${join(copy, '.git')}`, `--work-tree=${tree}`, 'add', '--all', tree)
  git(copy, 'checkout-index', '--all')
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
