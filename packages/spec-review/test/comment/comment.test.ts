import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { once } from 'node:events'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createGitHub } from '../../src/comment/github.ts'
import { findPullRequests, listChangedTools } from '../../src/comment/pull-requests.ts'
import { readArtifact } from '../../src/comment/read-artifact.ts'
import { keepComment } from '../../src/comment/sticky-comment.ts'
import { createFakeGitHub, type FakeComment } from './fake-github.ts'
import { makeDirectory } from '../make-repository.ts'
import { makeBreak, makeReport } from '../render/make-report.ts'

const byBot = (id: number, body: string): FakeComment => ({ id, body, user: { login: 'github-actions[bot]' } })
const byAnyone = (id: number, body: string): FakeComment => ({ id, body, user: { login: 'octocat' } })
const marked = 'Old.\n\n<!-- spec-review -->'

test('the first report is a new comment', async () => {
  const { github, requests, comments } = createFakeGitHub([byAnyone(1, 'Hello.'), byBot(2, 'Another bot job.')])
  await keepComment(github, 7, 'New.\n')
  expect(requests).toEqual(['POST issues/7/comments'])
  expect(comments.at(-1)!.body).toBe('New.\n\n<!-- spec-review -->')
})

test('the next report replaces its text, on whichever page of comments it is', async () => {
  const others = Array.from({ length: 250 }, (_, index) => byAnyone(index + 10, 'Hello.'))
  const { github, requests, comments } = createFakeGitHub([...others, byBot(5, marked)])
  await keepComment(github, 7, 'New.')
  expect(requests).toEqual(['PATCH issues/comments/5'])
  expect(comments.at(-1)).toEqual(byBot(5, 'New.\n\n<!-- spec-review -->'))
})

test('the same report sends nothing', async () => {
  const { github, requests } = createFakeGitHub([byBot(5, marked)])
  await keepComment(github, 7, 'Old.\n')
  expect(requests).toEqual([])
})

test('a report without a change makes no comment, and removes one that no longer holds', async () => {
  const none = createFakeGitHub([])
  await keepComment(none.github, 7, '')
  expect(none.requests).toEqual([])

  const old = createFakeGitHub([byBot(5, marked), byAnyone(6, 'Hello.')])
  await keepComment(old.github, 7, '')
  expect(old.requests).toEqual(['DELETE issues/comments/5'])
})

test("somebody else's comment with the marker is left alone", async () => {
  const { github, requests } = createFakeGitHub([byAnyone(1, marked)])
  await keepComment(github, 7, 'New.')
  expect(requests).toEqual(['POST issues/7/comments'])
})

test('of two comments that a race made, one remains', async () => {
  const { github, comments } = createFakeGitHub([byBot(1, marked), byBot(2, marked)])
  await keepComment(github, 7, 'New.')
  expect(comments.map(({ id }) => id)).toEqual([1])
})

test('an unsuccessful response is an error without the token', async () => {
  const { fetch } = createFakeGitHub([])
  const github = createGitHub('seam/acs', 'wrong', 'https://github.example', fetch)
  await expect(keepComment(github, 7, 'New.')).rejects.toThrow(
    'GitHub responded to GET issues/7/comments?per_page=100&page=1 with 401.',
  )
})

const run = { head_branch: 'a&b=c#d', head_sha: 'abc', head_repository: { owner: { login: 'octocat' } } }

test('the pull request is the one whose last commit the run was about', async () => {
  const pulls = [
    { number: 6, head: { sha: 'later' }, base: { ref: 'main' } },
    { number: 7, head: { sha: 'abc' }, base: { ref: 'main' } },
  ]
  const { github, requests } = createFakeGitHub([], pulls)
  expect(await findPullRequests(github, run, 'main')).toEqual([7])
  expect(requests).toEqual(['GET pulls?state=open&head=octocat%3Aa%26b%3Dc%23d&per_page=100&page=1'])
})

test('of two pull requests with one head, each gets the report on its own base', async () => {
  const pulls = [
    { number: 7, head: { sha: 'abc' }, base: { ref: 'main' } },
    { number: 8, head: { sha: 'abc' }, base: { ref: 'release' } },
  ]
  const find = (base: string) => findPullRequests(createFakeGitHub([], pulls).github, run, base)
  expect(await Promise.all(['main', 'release', 'other', ''].map(find))).toEqual([[7], [8], [], []])
})

async function makeArtifact(files: Record<string, string>): Promise<string> {
  const directory = await makeDirectory()
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text)
  return directory
}

test('a report is rendered where it is posted', async () => {
  const directory = await makeArtifact({ 'report.json': JSON.stringify(makeReport([makeBreak()])), 'failure.txt': '' })
  expect(await readArtifact(directory)).toMatch(/^### ❌ Breaking: needs a `major` release/)
})

test('a report of no change is an empty text', async () => {
  expect(await readArtifact(await makeArtifact({ 'report.json': JSON.stringify(makeReport([])) }))).toBe('')
})

test('a review that failed is reported as text', async () => {
  const directory = await makeArtifact({
    'report.json': '',
    'failure.txt': 'npm warn\n@octocat ![x](https://evil.example)',
  })
  expect(await readArtifact(directory)).toBe('### ❌ There is no review\n\n`@octocat ![x](https://evil.example)`\n')
  expect(await readArtifact(await makeArtifact({}))).toContain('The run left no report')
})

test.each<[string, (directory: string) => Promise<void>]>([
  ['leads out of its directory', (directory) => symlink('/etc/hostname', join(directory, 'report.json'))],
  ['is not JSON', (directory) => writeFile(join(directory, 'report.json'), '{')],
  ['has another shape', (directory) => writeFile(join(directory, 'report.json'), '{"bump":"major"}')],
  ['is too large', (directory) => writeFile(join(directory, 'report.json'), ' '.repeat(20_000_001))],
])('a report that %s ends in a comment that says so', async (_, write) => {
  const directory = await makeDirectory()
  await write(directory)
  expect(await readArtifact(directory)).toMatch(/^### ❌ There is no review\n\n`The report cannot be read: .+`\n$/)
})

test('a pull request that changes the review has the base judge it too', async () => {
  const directory = await makeArtifact({ 'report.json': JSON.stringify(makeReport([])) })
  const baseDirectory = await makeArtifact({ 'report.json': JSON.stringify(makeReport([makeBreak()])) })
  const changedTools = ['packages/spec-review/src/main.ts']
  const text = await readArtifact(directory, undefined, { changedTools, baseDirectory })
  expect(text).toContain('This pull request changes the review itself (`packages/spec-review/src/main.ts`)')
  expect(text).toContain("The base branch's review of the same spec: ❌ Breaking: needs a `major` release")
  const none = await readArtifact(directory, undefined, { changedTools, baseDirectory: await makeDirectory() })
  expect(none).toContain("The base's review left no report")
})

test.each([
  ['packages/spec-review/src/main.ts', 1],
  ['.github/workflows/spec-review-comment.yml', 1],
  ['.changeset/approved-breaks.yaml', 1],
  ['packages/client/src/index.ts', 0],
  ['spec/openapi.yaml', 0],
])('whether %s makes the review', async (file, number) => {
  const { github } = createFakeGitHub([], [], [file])
  expect(await listChangedTools(github, 7)).toHaveLength(number)
})

/** What a file imports while it runs, and what that imports, to the end. */
async function listImports(file: URL, known = new Map<string, string>()): Promise<Map<string, string>> {
  const text = stripTypeScriptTypes(await readFile(file, 'utf8'))
  for (const [, name = ''] of text.matchAll(/\b(?:from|import)[\s(]*'([^']+)'/g)) {
    if (known.has(new URL(name, file).href)) continue
    known.set(new URL(name, file).href, name)
    if (name.startsWith('.')) await listImports(new URL(name, file), known)
  }
  return known
}

test('the program that holds the token imports nothing but Node and files of this package', async () => {
  const start = new URL('../../src/comment/main.ts', import.meta.url)
  const imports = await listImports(start)
  expect([...imports.values()].filter((name) => !/^(node:|\.)/.test(name))).toEqual([])
  expect(imports.size).toBeGreaterThan(15)
  // The whole command is not such a program.
  const others = await listImports(new URL('../../src/main.ts', import.meta.url))
  expect([...others.values()]).toContain('typescript')
})

test('the program that holds the token needs no installed package', async () => {
  const directory = await makeArtifact({ 'report.json': JSON.stringify(makeReport([makeBreak()])) })
  cpSync(fileURLToPath(new URL('../../src', import.meta.url)), join(directory, 'src'), { recursive: true })
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  await writeFile(join(directory, 'event.json'), JSON.stringify({ workflow_run: run }))
  const { fetch, comments } = createFakeGitHub([], [{ number: 7, head: { sha: 'abc' }, base: { ref: 'main' } }])
  const env = {
    PATH: process.env['PATH'],
    GITHUB_API_URL: await serve(fetch),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    GITHUB_REPOSITORY: 'seam/acs',
    GITHUB_TOKEN: 'secret',
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/comment/main.ts', directory], {
    cwd: directory,
    env,
  })
  expect(`${stdout}${stderr}`).not.toContain('secret')
  expect(comments.map(({ body }) => body.split('\n').at(-1))).toEqual(['<!-- spec-review -->'])
})

test('a run shows the report in its summary, and each break at its line', async () => {
  const directory = await makeArtifact({ 'report.json': JSON.stringify(makeReport([makeBreak()])) })
  const present = fileURLToPath(new URL('../../src/present.ts', import.meta.url))
  const env = { ...process.env, GITHUB_STEP_SUMMARY: join(directory, 'summary.md'), GITHUB_REPOSITORY: 'seam/acs' }
  const { stdout } = await promisify(execFile)(process.execPath, [present, join(directory, 'report.json')], { env })
  expect(stdout).toMatch(/^::error file=spec\/components\/schemas\/acs_credential\.yaml,line=98,/)
  expect(await readFile(join(directory, 'summary.md'), 'utf8')).toMatch(/^### ❌ Breaking/)
})

/** A server on this machine that answers as `fetch` does. */
async function serve(fetch: typeof globalThis.fetch): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray()
    const { method = 'GET', headers } = request
    const init = { method, headers: headers as Record<string, string>, body: Buffer.concat(chunks).toString() }
    const answer = await fetch(`https://github.example${request.url}`, init)
    response.writeHead(answer.status).end(await answer.text())
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
