import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const identity = {
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_AUTHOR_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

/** A git repository, which a test may do anything to. */
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
}

export function openRepository(directory: string): Repository {
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
  }
  return repository
}
