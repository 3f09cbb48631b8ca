// Runs with a token that may write: it imports nothing but Node and this package's own files.
import { readFile } from 'node:fs/promises'
import { createGitHub } from './github.ts'
import { findPullRequests } from './pull-requests.ts'
import { readArtifact } from './read-artifact.ts'
import { keepComment } from './sticky-comment.ts'

const { GITHUB_API_URL, GITHUB_EVENT_PATH = '', GITHUB_REPOSITORY = '', GITHUB_TOKEN = '' } = process.env
const { workflow_run: run } = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8'))
const github = createGitHub(GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_API_URL)
const text = await readArtifact(process.argv[2] ?? '')
for (const pullRequest of await findPullRequests(github, run)) await keepComment(github, pullRequest, text)
