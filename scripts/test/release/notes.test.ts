import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findNotes, renderNotes } from '../../release/notes.ts'

const changelog = `# @seam-acs/client

## 0.2.0

### Minor Changes

- 1a2b3c4: Cancel a call.

  With \`signal\`.

### Patch Changes

- Updated dependencies [1a2b3c4]
  - @seam-acs/types@0.2.0
- 5d6e7f8: Fix a retry.
- @seam-acs/types@0.2.0

## 0.2.0-beta.0

### Minor Changes

- 9f8e7d6: Try to cancel.

## 0.1.0

No changes in this release.
`

test('the notes of a version are its own section, without the versions of dependencies', () => {
  expect(findNotes(changelog, '0.2.0')).toBe(
    '### Minor Changes\n\n- 1a2b3c4: Cancel a call.\n\n  With `signal`.\n\n### Patch Changes\n\n- 5d6e7f8: Fix a retry.',
  )
  expect(findNotes(changelog, '0.2.0-beta.0')).toBe('### Minor Changes\n\n- 9f8e7d6: Try to cancel.')
})

test.each([
  ['a version without changes', changelog, '0.1.0'],
  ['a version that follows another package', '## 1.0.0\n\n### Patch Changes\n\n- @seam-acs/types@1.0.0\n', '1.0.0'],
  ['a version that the changelog does not have', changelog, '0.3.0'],
])('%s has no notes', (_, text, version) => {
  expect(findNotes(text, version)).toBe('')
})

test('a sentence for several packages is said once, and a package without notes is left out', async () => {
  const root = await mkdtemp(join(tmpdir(), 'notes-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const own = '## 1.0.0\n\n### Major Changes\n\n- abc: Say it once.\n'
  const texts = { types: own, client: own, mock: '## 1.0.0\n\nNo changes in this release.\n' }
  const packages = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const folder = join(root, name)
      await mkdir(folder)
      await writeFile(join(folder, 'CHANGELOG.md'), text)
      return { folder, manifest: { name, version: '1.0.0' } }
    }),
  )
  expect(renderNotes(packages, '1.0.0')).toBe('## types, client\n\n### Major Changes\n\n- abc: Say it once.\n')
  expect(renderNotes(packages.slice(2), '1.0.0')).toBe('No changes for users.\n')
})
