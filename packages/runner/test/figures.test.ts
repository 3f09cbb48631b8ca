import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { renderTable, writeFigures } from '../src/figures.ts'

async function createReadme(text: string): Promise<URL> {
  // Inside the repository, because the formatter takes its settings from there.
  const folder = await mkdtemp(join(fileURLToPath(new URL('../', import.meta.url)), 'figures-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const readme = pathToFileURL(join(folder, 'README.md'))
  await writeFile(readme, text)
  return readme
}

test('a table has a head, and a bar in a cell does not end the cell', () => {
  expect(
    renderTable([
      ['name', 'value'],
      ['a | b', '1'],
    ]),
  ).toBe('| name | value |\n| --- | --- |\n| a \\| b | 1 |')
})

test('figures replace the former ones between the markers, in the layout of the formatter', async () => {
  const readme = await createReadme('# Bench\n\n<!-- figures -->\n\nformer\n\n<!-- /figures -->\n\nThe end.\n')
  writeFigures(
    readme,
    renderTable([
      ['a', 'b'],
      ['long', '$& stays'],
    ]),
  )
  expect(await readFile(readme, 'utf8')).toBe(
    '# Bench\n\n<!-- figures -->\n\n| a    | b        |\n| ---- | -------- |\n| long | $& stays |\n\n<!-- /figures -->\n\nThe end.\n',
  )
})

test('a file without markers is left as it is, with an error that names it', async () => {
  const readme = await createReadme('# Bench\n')
  expect(() => writeFigures(readme, 'figures')).toThrow(/README\.md has no <!-- figures -->/)
  expect(await readFile(readme, 'utf8')).toBe('# Bench\n')
})
