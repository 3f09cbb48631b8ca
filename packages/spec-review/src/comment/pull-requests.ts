import type { GitHub } from './github.ts'

/** What GitHub says of the run that made the report. The run itself has no say in it. */
export interface WorkflowRun {
  head_branch: string
  head_sha: string
  head_repository: { owner: { login: string } }
}

/**
 * The open pull requests whose last commit the run was about; none where a later commit has overtaken it.
 * The event lists none for a fork, so they are looked up.
 */
export async function findPullRequests(github: GitHub, run: WorkflowRun): Promise<number[]> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`)
  const open = await github.list<{ number: number; head: { sha: string } }>(`pulls?state=open&head=${head}`)
  return open.filter(({ head: { sha } }) => sha === run.head_sha).map(({ number }) => number)
}
