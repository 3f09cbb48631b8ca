import { readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const repository = new URL('../', import.meta.url)

/**
 * Where `text` departs from what it should be, with the command that mends it; undefined where it does not.
 * The line ends of a Windows checkout are no departure.
 */
export function staleness(file: string, text: string, expected: string): string | undefined {
  const lines = text.split(/\r?\n/)
  if (lines.join('\n') === expected) return undefined
  const line = expected.split('\n').findIndex((expectedLine, index) => expectedLine !== lines[index])
  return `${file}:${line === -1 ? lines.length : line + 1}: stale, for the spec or its generator has changed. Run \`npx --yes pnpm@12.21.0 generate\` and commit the result.`
}

/** Writes a generated file, or with `--check` on the command line only tells, with exit code 1, that it is stale. */
export async function generate(file: string, expected: string): Promise<void> {
  const path = fileURLToPath(new URL(file, repository))
  const text = await readFile(path, 'utf8').catch(absentAsEmpty)
  const problem = staleness(file, text, expected)
  if (!problem) return
  if (process.argv.includes('--check')) {
    console.error(problem)
    process.exitCode = 1
    return
  }
  // Renaming is all or nothing: an interrupted run leaves the old file whole.
  await writeFile(`${path}.new`, expected)
  await rename(`${path}.new`, path)
  console.log(`wrote ${file}`)
}

function absentAsEmpty(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
