import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { commit, copyRepository, git } from '../copy-repository.ts'

/** A folder with a file that git ignores. */
function makeTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'seam-acs-tree-'))
  onTestFinished(() => rmSync(tree, { recursive: true }))
  mkdirSync(join(tree, 'src'))
  writeFileSync(join(tree, '.gitignore'), 'dist\n')
  writeFileSync(join(tree, 'dist'), '')
  writeFileSync(join(tree, 'src/index.ts'), 'export {}\n')
  return tree
}

async function copyTree(tree: string): Promise<string> {
  const copy = await copyRepository(tree)
  onTestFinished(() => rmSync(copy, { recursive: true }))
  return copy
}

const listFiles = (copy: string) => git(copy, 'ls-files').trim().split('\n')

test('a folder without a repository is copied without what git ignores', async () => {
  const tree = makeTree()
  const copy = await copyTree(tree)
  expect(listFiles(copy)).toEqual(['.gitignore', 'src/index.ts'])
  expect(readFileSync(join(copy, 'src/index.ts'), 'utf8')).toBe('export {}\n')
  expect(git(copy, 'status', '--short')).toBe('')
  expect(existsSync(join(tree, '.git'))).toBe(false)
})

test('a work tree is copied as it is, and its index is left as it was', async () => {
  const tree = makeTree()
  git(tree, 'init', '--quiet')
  commit(tree, 'Start')
  rmSync(join(tree, '.gitignore'))
  rmSync(join(tree, 'dist'))
  writeFileSync(join(tree, 'src/index.ts'), 'export const one = 1\n')
  writeFileSync(join(tree, 'new.ts'), '')
  const before = git(tree, 'status', '--short')

  const copy = await copyTree(tree)
  expect(listFiles(copy)).toEqual(['new.ts', 'src/index.ts'])
  expect(readFileSync(join(copy, 'src/index.ts'), 'utf8')).toBe('export const one = 1\n')
  expect(git(copy, 'log', '--format=%s')).toBe('The present state\n')
  expect(git(tree, 'status', '--short')).toBe(before)
})
