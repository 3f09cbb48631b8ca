import { pnpm } from '@seam-acs/runner/command'
import { Failure } from '../failure.ts'
import { git } from './git.ts'

const trunk = 'origin/main'
const tagPatterns = ['v[0-9]*', '@*/*@[0-9]*']

/**
 * The commit to compare with: where the branch of the work tree left the given revision, else `origin/main`,
 * so that what others merged since is not part of the change. Where there is no `origin/main`, the last release.
 */
export async function findBase(root: string, revision: string | undefined): Promise<string> {
  if (revision !== undefined) return findMergeBase(root, await readRevision(root, revision), revision)
  const tip = await tryGit(root, 'rev-parse', '--verify', '--quiet', `refs/remotes/${trunk}^{commit}`)
  if (tip) return findMergeBase(root, tip, trunk)
  // Changesets tags a release `@seam-acs/types@1.2.3`, and `v1.2.3` where there is one package.
  const tag = await tryGit(
    root,
    'describe',
    '--tags',
    '--abbrev=0',
    ...tagPatterns.map((pattern) => `--match=${pattern}`),
  )
  if (tag) return readRevision(root, tag)
  throw new Failure(
    `There is neither ${trunk} nor a release tag: run \`git fetch origin main:refs/remotes/${trunk}\`, or give the base, as in \`${pnpm} review <revision>\`.`,
  )
}

async function readRevision(root: string, revision: string): Promise<string> {
  const commit = await tryGit(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  if (commit) return commit
  const advice = (await isShallow(root))
    ? 'this clone is shallow, so run `git fetch --unshallow --tags`'
    : 'run `git fetch --tags`, or check its spelling'
  throw new Failure(`Git knows no revision \`${revision}\`: ${advice}.`)
}

async function findMergeBase(root: string, commit: string, name: string): Promise<string> {
  const base = await tryGit(root, 'merge-base', 'HEAD', commit)
  if (base) return base
  throw new Failure(
    (await isShallow(root))
      ? `This clone is shallow and lacks the merge-base with ${name}: run \`git fetch --unshallow\`.`
      : `The work tree's branch has no commit in common with ${name}: give another base.`,
  )
}

const isShallow = async (root: string) => (await git(root, 'rev-parse', '--is-shallow-repository')) === 'true'

/** What git prints; empty where it has nothing to say but its exit code. */
async function tryGit(root: string, ...args: string[]): Promise<string> {
  return git(root, ...args).catch((error) => {
    if (error instanceof Failure) throw error
    return ''
  })
}
