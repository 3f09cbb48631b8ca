import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  on: Record<string, unknown>
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

interface Job {
  if?: string
  permissions?: Record<string, string>
  steps: { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> }[]
}

const read = async (name: string) => {
  const text = await readFile(new URL(`../../../../.github/workflows/${name}`, import.meta.url), 'utf8')
  const workflow: Workflow = parse(text)
  return { text, workflow, steps: Object.values(workflow.jobs).flatMap(({ steps }) => steps) }
}

/** What is unsafe about a workflow, whatever it is for. */
async function findFaults(name: string, change = (text: string) => text): Promise<string[]> {
  const { text } = await read(name)
  const workflow: Workflow = parse(change(text))
  const rights = (job: Job) => Object.entries(job.permissions ?? workflow.permissions ?? { all: 'write' })
  return Object.values(workflow.jobs).flatMap((job) => [
    ...job.steps.flatMap(({ uses, run, with: options }) => [
      ...(uses && !/^[\w-]+\/[\w-]+@[\da-f]{40}$/.test(uses) ? [`${uses} is not pinned`] : []),
      ...(run?.includes('${{') ? ['an expression is pasted into a shell'] : []),
      ...(uses?.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false
        ? ['the checkout keeps the token']
        : []),
    ]),
    ...('pull_request_target' in workflow.on ? ['a fork chooses the code'] : []),
    ...('pull_request' in workflow.on && rights(job).some(([, right]) => right === 'write')
      ? ["a pull request's code can write"]
      : []),
    ...('workflow_run' in workflow.on &&
    rights(job).some(([, right]) => right === 'write') &&
    /\bgithub\.event\.workflow_run\.head/.test(JSON.stringify(job.steps))
      ? ["the job that writes takes the pull request's code"]
      : []),
  ])
}

const names = ['spec-review.yml', 'spec-review-comment.yml']

test.each(names)('%s is safe', async (name) => {
  expect(await findFaults(name)).toEqual([])
})

test.each<[string, string, (text: string) => string]>([
  ['an action by a tag', names[0]!, (text) => text.replace(/checkout@[\da-f]{40}/, 'checkout@v5')],
  ['an expression in a shell', names[0]!, (text) => text.replace('$BASE_BRANCH', '${{ github.base_ref }}')],
  ['a kept token', names[0]!, (text) => text.replace('persist-credentials: false', 'persist-credentials: true')],
  ['a right to write', names[0]!, (text) => text.replace('contents: read', 'contents: write')],
  ['another trigger', names[0]!, (text) => text.replace('pull_request:', 'pull_request_target:')],
  [
    "the pull request's commit",
    names[1]!,
    (text) => text.replaceAll('github.event.repository.default_branch', 'github.event.workflow_run.head_sha'),
  ],
])('%s is found', async (_, name, change) => {
  expect(await findFaults(name, change)).not.toEqual([])
})

test('what one workflow leaves is what the other takes, and only the second can write', async () => {
  const [review, comment] = await Promise.all(names.map(read))
  expect(comment!.workflow.on['workflow_run']).toEqual({ workflows: ['Spec review'], types: ['completed'] })
  expect(review!.text).toMatch(/^name: Spec review\n/)
  const nameOf = (action: string, { steps }: typeof review & {}) =>
    steps.find(({ uses }) => uses?.startsWith(action))?.with?.['name']
  expect(nameOf('actions/upload-artifact', review!)).toBe(nameOf('actions/download-artifact', comment!))
  expect(comment!.workflow.permissions).toEqual({})
  expect(comment!.workflow.jobs['comment']!.permissions).toEqual({
    actions: 'read',
    contents: 'read',
    'pull-requests': 'write',
  })
})

test('nothing is installed where the token is', async () => {
  const { workflow } = await read(names[1]!)
  expect(workflow.jobs['comment']!.steps.flatMap(({ run = [] }) => run)).toEqual([
    'node packages/spec-review/src/comment/main.ts "$RUNNER_TEMP/spec-review" "$RUNNER_TEMP/base-review"',
  ])
})

test("the base's review runs the default branch's code on the spec of the head, and can write nothing", async () => {
  const { workflow } = await read(names[1]!)
  const { permissions, steps } = workflow.jobs['base-review']!
  expect(permissions).toEqual({ contents: 'read' })
  expect(
    steps.flatMap(({ uses, with: options }) => (uses?.startsWith('actions/checkout@') ? [options?.['ref']] : [])),
  ).toEqual(['${{ github.event.repository.default_branch }}'])
  const [script] = steps.flatMap(({ run }) => (run?.includes('$HEAD_SHA') ? [run] : []))
  expect(script).toContain('git archive "$HEAD_SHA" spec |')
  expect(script).not.toMatch(/checkout|switch|worktree/)
})

test('the actions are those of CI', async () => {
  const { text } = await read('ci.yml')
  const pinned = (name: string) => new RegExp(`${name}@[\\da-f]{40} # v[\\d.]+`).exec(text)?.[0]
  for (const name of names) {
    const { text: other } = await read(name)
    for (const action of ['actions/checkout', 'actions/setup-node']) expect(other).toContain(pinned(action))
  }
})
