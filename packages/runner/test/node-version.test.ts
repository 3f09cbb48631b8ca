import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { explainOldNode } from '../src/node-version.js'

test.each(['20.20.2', '22.23.3', '24.11.1'])('Node %s is too old, and one sentence says what to install', (version) => {
  expect(explainOldNode(version, 'win32-arm64')).toMatch(
    /^Node \S+ is too old .* for win32-arm64: install Node 24\.12 or newer .*\.$/,
  )
})

test.each(['24.12.0', '25.0.0', '26.10.0'])('Node %s is new enough', (version) => {
  expect(explainOldNode(version, 'linux-x64')).toBeUndefined()
})

test('a verb on a Node that is too old prints the sentence and nothing else', () => {
  const url = (file: string) => new URL(`../src/${file}`, import.meta.url)
  const old = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.0.0'})`
  const options = ['--import', old, '--import', String(url('check-node.js')), fileURLToPath(url('main.ts')), 'build']
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Node 20\.0\.0 is too old .*\n$/)
})
