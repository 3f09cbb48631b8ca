import type { GitHub } from './github.ts'

/** What GitHub says of the run that made the report. The run itself has no say in it. */
export interface WorkflowRun {
  head_branch: string
  head_sha: string
  head_repository: { owner: { login: string } }
}

interface PullRequest {
  number: number
  head: { sha: string }
  base: { ref: string }
}

/**
 * The open pull requests whose last commit the run was about; none where a later commit has overtaken it.
 * The event lists none for a fork, so they are looked up.
 *
 * @param base The branch that the run says it compared with; one head can be proposed to several.
 */
export async function findPullRequests(github: GitHub, run: WorkflowRun, base: string): Promise<number[]> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`)
  const open = await github.list<PullRequest>(`pulls?state=open&head=${head}`)
  const ofCommit = open.filter(({ head: { sha } }) => sha === run.head_sha)
  const ofBase = ofCommit.filter(({ base: { ref } }) => ref === base)
  return (ofBase.length > 0 || ofCommit.length > 1 ? ofBase : ofCommit).map(({ number }) => number)
}

/** What makes the review, and what it is told to forgive. */
const TOOLS = /^(packages\/spec-review\/|\.github\/workflows\/spec-review|\.changeset\/approved-breaks\.yaml$)/

/** The files of a pull request that make the review. */
export async function listChangedTools(github: GitHub, pullRequest: number): Promise<string[]> {
  const files = await github.list<{ filename: string }>(`pulls/${pullRequest}/files?`)
  return files.map(({ filename }) => filename).filter((file) => TOOLS.test(file))
}
