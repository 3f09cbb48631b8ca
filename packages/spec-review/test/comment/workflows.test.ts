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

const names = ['spec-review.yml', 'spec-review-comment.yml']

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
