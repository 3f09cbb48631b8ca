import { readFile, rename, writeFile } from 'node:fs/promises'
import { pnpm } from '@seam-acs/runner/command'

/**
 * The first line where a generated file differs from its expected text, and the command that fixes it; undefined if
 * they are equal.
 */
export function findDifference(file: string, text: string, expected: string): string | undefined {
  // A checkout on Windows may have changed the line ends.
  const lines = text.split(/\r?\n/)
  const expectedLines = expected.split('\n')
  const line = expectedLines.findIndex((expectedLine, index) => expectedLine !== lines[index])
  if (line === -1 && lines.length === expectedLines.length) return undefined
  return `${file}:${line === -1 ? expectedLines.length : line + 1}: out of date: the spec or its generator changed. Run \`${pnpm} generate\` and commit the result.`
}

/**
 * Writes a generated file. With `--check` on the command line, it only reports a file that is out of date, and sets the
 * exit code to 1.
 *
 * @param file The path of the file.
 * @param name The path that messages show.
 */
export async function writeGenerated(file: string, name: string, expected: string): Promise<void> {
  if (!process.argv.includes('--check')) {
    if (await updateFile(file, expected)) console.log(`wrote ${name}`)
    return
  }
  const difference = findDifference(name, await read(file), expected)
  if (!difference) return
  console.error(difference)
  process.exitCode = 1
}

/** Whether a file has a text, whatever its line ends. */
export const hasText = async (file: string, expected: string) => !findDifference(file, await read(file), expected)

/** Writes a file unless it already has the text. Returns whether it has written it. */
export async function updateFile(file: string, expected: string): Promise<boolean> {
  if (await hasText(file, expected)) return false
  // Renaming is atomic, so an interrupted run leaves the old file complete.
  await writeFile(`${file}.new`, expected)
  await rename(`${file}.new`, file)
  return true
}

/** The text of a file; empty if there is none. */
async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}
