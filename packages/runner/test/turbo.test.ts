import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readDocumentVariables, root, toTask } from '../src/turbo.ts'

const miss = { status: 'MISS' }

test('a task that is never cached has no log', async () => {
  const task = await toTask({ taskId: 'a#generate', cache: miss, execution: { exitCode: 0 } })
  expect(task).toEqual({ id: 'a#generate', isSuccess: true, isCached: false, log: '' })
})

test('a task that ended with an exit code or a signal is a failure', async () => {
  for (const exitCode of [1, null]) {
    expect(await toTask({ taskId: 'a#test', cache: miss, execution: { exitCode } })).toMatchObject({ isSuccess: false })
  }
})

test('a cached task is a success, and its log is read without colors', async () => {
  const folder = await mkdtemp(fileURLToPath(new URL('../node_modules/log-', import.meta.url)))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'test.log'), '\u001B[32m1 passed\u001B[39m')
  const logFile = relative(root, join(folder, 'test.log'))
  expect(await toTask({ taskId: 'a#test', cache: { status: 'HIT' }, logFile })).toEqual({
    id: 'a#test',
    isSuccess: true,
    isCached: true,
    log: '1 passed',
  })
})

test('turbo gets the path of the document that the reference is built from, and a hash of its content', async () => {
  const folder = await mkdtemp(fileURLToPath(new URL('../node_modules/document-', import.meta.url)))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'openapi.json')
  const readAfter = async (text: string) => {
    await writeFile(file, text)
    return readDocumentVariables()
  }
  expect(await readDocumentVariables()).toEqual({})
  vi.stubEnv('DOCS_DOCUMENT', relative(process.cwd(), file))
  const [first, second] = [await readAfter('{}'), await readAfter('[]')]
  expect([first['DOCS_DOCUMENT'], second['DOCS_DOCUMENT']]).toEqual([file, file])
  expect(first['DOCS_DOCUMENT_HASH']).not.toBe(second['DOCS_DOCUMENT_HASH'])
})
