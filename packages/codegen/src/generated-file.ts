import { readFile, rename, writeFile } from 'node:fs/promises'

/** Where `text` differs from what it should be, with the command that fixes it; undefined where it does not. */
export function findDifference(file: string, text: string, expected: string): string | undefined {
  // A checkout on Windows may have turned the line ends.
  const lines = text.split(/\r?\n/)
  const expectedLines = expected.split('\n')
  const line = expectedLines.findIndex((expectedLine, index) => expectedLine !== lines[index])
  if (line === -1 && lines.length === expectedLines.length) return undefined
  return `${file}:${line === -1 ? expectedLines.length : line + 1}: out of date: the spec or its generator changed. Run \`npx --yes pnpm@12.21.0 generate\` and commit the result.`
}

/**
 * Writes a generated file; with `--check` on the command line, only reports that it is out of date, with exit code 1.
 *
 * @param file Its path.
 * @param name What messages call it.
 */
export async function writeGenerated(file: string, name: string, expected: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(absentAsEmpty)
  const difference = findDifference(name, text, expected)
  if (!difference) return
  if (process.argv.includes('--check')) {
    console.error(difference)
    process.exitCode = 1
    return
  }
  // Renaming is all or nothing: an interrupted run leaves the old file whole.
  await writeFile(`${file}.new`, expected)
  await rename(`${file}.new`, file)
  console.log(`wrote ${name}`)
}

function absentAsEmpty(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
