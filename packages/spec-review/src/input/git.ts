import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { causeOf, Failure } from '../failure.ts'

/** What git prints. Rejects with what it complains about. */
export function git(directory: string, ...args: string[]): Promise<string> {
  return run(directory, args).then((output) => output.toString().trim())
}

/** The root of the repository that holds `directory`. */
export async function findRepository(directory: string): Promise<string> {
  return git(directory, 'rev-parse', '--show-toplevel').catch((error) => {
    if (error instanceof Failure) throw error
    throw new Failure(
      'This is not a git repository: run the review inside one, or compare two documents with --base-file and --head-file.',
    )
  })
}

/**
 * Writes what a commit has below `paths` into a directory. Nothing of it is run, and symbolic links are left out.
 *
 * @returns Whether the commit has any of it.
 */
export async function extract(root: string, commit: string, paths: string[], directory: string): Promise<boolean> {
  const listing = await git(root, 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths)
  const entries = listing.split('\0').flatMap((line) => {
    const [, object, file] = /^100\d{3} blob (\w+)\t(.+)$/s.exec(line) ?? []
    return object && file ? [{ object, file }] : []
  })
  const objects = entries.map(({ object }) => `${object}\n`).join('')
  const output = await run(root, ['cat-file', '--batch'], objects).catch((error) => {
    throw new Failure(`Git cannot read the files of ${commit.slice(0, 10)}: ${causeOf(error)}. Run \`git fetch\`.`)
  })
  let position = 0
  for (const { file } of entries) {
    const start = output.indexOf('\n', position) + 1
    const size = Number(output.subarray(position, start).toString().split(' ')[2])
    const path = join(directory, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, output.subarray(start, start + size))
    position = start + size + 1
  }
  return entries.length > 0
}

function run(directory: string, args: string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { cwd: directory, maxBuffer: 2 ** 28, encoding: 'buffer' } as const
    const child = execFile('git', args, options, (error, output, errors) => {
      if (!error) resolve(output)
      else if (error.code === 'ENOENT' && existsSync(directory)) {
        reject(
          new Failure('Git is not on the PATH: install it, or give two documents with --base-file and --head-file.'),
        )
      } else reject(new Error(errors.toString().trim() || error.message))
    })
    // A git that fails at once closes its input first; its exit code says so.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}
