import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const security = await readFile(new URL('SECURITY.md', root), 'utf8')
const rows = [...security.matchAll(/^\|.*\| \[(.+)\]\((\S+\.test\.ts)\) +\|$/gm)].map(([, title, file]) => [
  title!,
  file!,
])

test('each line of the table in SECURITY.md names its test', () => {
  const [, table] = /\n## What is protected.*?\n\n\|.*?\n\|.*?\n(.*?)\n\n/s.exec(security)!
  expect(rows).toHaveLength(table!.split('\n').length)
})

test.each(rows)('the test "%s" is in %s', async (title, file) => {
  expect(await readFile(new URL(file, root), 'utf8')).toContain(title)
})
