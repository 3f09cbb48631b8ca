import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkLinks } from '../check-links.ts'

async function writeFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'links-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

const page = '# One part\n\nSome text.\n'

test('links to files, folders and headings are followed, but not addresses in examples', async () => {
  const folder = await writeFolder({
    'README.md': '[page](docs/page.md) [part](docs/page.md#one-part) [docs](docs) [local](http://localhost:4100/x)\n',
    'docs/page.md': page,
  })
  expect(await checkLinks(folder, ['README.md', 'docs/page.md'])).toMatchObject({ broken: [] })
})

test.each([
  ['a file', '[page](docs/gone.md)', /README\.md: .*docs\/gone\.md \(404\)/],
  ['a heading', '[part](docs/page.md#another-part)', /README\.md: .*docs\/page\.md#another-part/],
])('a link to %s that does not exist is named with the file that has it', async (_, link, line) => {
  const folder = await writeFolder({ 'README.md': `${link}\n`, 'docs/page.md': page })
  const { broken } = await checkLinks(folder, ['README.md', 'docs/page.md'])
  expect(broken).toEqual([expect.stringMatching(line)])
})

test('the pages of a site are followed from its first page', async () => {
  const folder = await writeFolder({
    'index.html': '<a href="page.html">page</a>',
    'page.html': '<a href="gone.html">gone</a>',
  })
  expect((await checkLinks(folder)).broken).toEqual([expect.stringMatching(/page\.html: .*gone\.html \(404\)/)])
})
