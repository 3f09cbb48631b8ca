// Runs with a token that may write: it imports nothing but Node and this package's own files.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGitHub } from './github.ts'
import { findPullRequests, listChangedTools } from './pull-requests.ts'
import { readArtifact } from './read-artifact.ts'
import { keepComment } from './sticky-comment.ts'

const { GITHUB_API_URL, GITHUB_EVENT_PATH = '', GITHUB_REPOSITORY = '', GITHUB_TOKEN = '' } = process.env
const { GITHUB_SERVER_URL = 'https://github.com' } = process.env
const [directory = '', baseDirectory = ''] = process.argv.slice(2)
const { workflow_run: run } = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8'))
const github = createGitHub(GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_API_URL)
const base = await readFile(join(directory, 'base.txt'), 'utf8').catch(() => '')
const links = { repository: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`, head: run.head_sha, base: '' }
for (const pullRequest of await findPullRequests(github, run, base.trim())) {
  const changedTools = await listChangedTools(github, pullRequest)
  await keepComment(github, pullRequest, await readArtifact(directory, links, { changedTools, baseDirectory }))
}
