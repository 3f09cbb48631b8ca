import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { run } from '../../run.ts'

interface Step {
  id?: string
  uses?: string
  run?: string
  with?: Record<string, string>
  env?: Record<string, string>
}

interface Job {
  needs?: string | string[]
  if?: string
  uses?: string
  outputs?: Record<string, string>
  steps?: Step[]
}

/** What expressions can name, by their first word. */
type Context = Record<string, unknown>

export interface Runner {
  /** The repository that jobs check out. */
  origin: string
  /** Where each job gets folders of its own. */
  folder: string
  environment: NodeJS.ProcessEnv
}

export interface JobResult {
  result: 'success' | 'failure' | 'skipped' | 'called'
  outputs: Record<string, string>
  error?: Error
}

/**
 * Runs the jobs of a workflow one after the other, with the steps that it has: shell steps as they are; checkouts and
 * artifacts by copying. A job that calls another workflow is only noted.
 */
export async function runWorkflow(
  file: string,
  inputs: Record<string, string>,
  { origin, folder, environment }: Runner,
): Promise<Map<string, JobResult>> {
  const { jobs }: { jobs: Record<string, Job> } = parse(await readFile(file, 'utf8'))
  const artifacts = join(folder, 'artifacts')
  await rm(folder, { recursive: true, force: true })
  await mkdir(artifacts, { recursive: true })
  const results = new Map<string, JobResult>()
  for (const [name, job] of Object.entries(jobs)) results.set(name, await runJob(name, job))
  return results

  async function runJob(name: string, job: Job): Promise<JobResult> {
    const needed = [job.needs ?? []].flat().map((each): [string, JobResult] => [each, results.get(each)!])
    const context: Context = { inputs, needs: Object.fromEntries(needed), github: { token: 'token' }, steps: {} }
    const isReady = needed.every(([, { result }]) => result === 'success' || result === 'called')
    if (!isReady || !isTrue(job.if, context)) return { result: 'skipped', outputs: {} }
    if (job.uses) return { result: 'called', outputs: {} }
    const temporary = join(folder, name, 'temp')
    await mkdir(temporary, { recursive: true })
    context['runner'] = { temp: temporary }
    try {
      for (const step of job.steps ?? []) await runStep(step, join(folder, name, 'work'), temporary, context)
    } catch (error) {
      return { result: 'failure', outputs: {}, error: error as Error }
    }
    const outputs = Object.entries(job.outputs ?? {}).map(([key, value]) => [key, fill(value, context)])
    return { result: 'success', outputs: Object.fromEntries(outputs) }
  }

  async function runStep(step: Step, work: string, temporary: string, context: Context): Promise<void> {
    const options = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([key, value]) => [key, fill(value, context)]),
    )
    const [action] = step.uses?.split('@') ?? []
    if (action === 'actions/checkout') await run(folder, `git clone --quiet '${origin}' '${work}'`)
    else if (action === 'actions/upload-artifact')
      await cp(options['path']!, join(artifacts, options['name']!), { recursive: true })
    else if (action === 'actions/download-artifact')
      await cp(join(artifacts, options['name']!), options['path']!, { recursive: true })
    else if (step.run) await runShell(step, work, temporary, context)
    // The Node of this program is also that of the jobs.
    else if (action !== 'actions/setup-node') throw new Error(`The rehearsal does not know the action ${step.uses}.`)
  }

  async function runShell(step: Step, work: string, temporary: string, context: Context): Promise<void> {
    const outputFile = join(temporary, 'output')
    await writeFile(outputFile, '')
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, fill(value, context)]))
    const sha = (await run(work, 'git rev-parse HEAD')).trim()
    const variables = { RUNNER_TEMP: temporary, GITHUB_OUTPUT: outputFile, GITHUB_SHA: sha }
    await run(work, step.run!, { ...own, ...environment, ...variables })
    if (!step.id) return
    const lines = (await readFile(outputFile, 'utf8')).trim().split('\n')
    const outputs = Object.fromEntries(lines.map((line) => line.split('=')))
    Object.assign(context['steps'] as object, { [step.id]: { outputs } })
  }
}

/** The value that a dotted name has in a context; empty if there is none, as on GitHub. */
function look(name: string, context: Context): string {
  const value = name.split('.').reduce((node: unknown, key) => (node as Context | undefined)?.[key], context)
  if (value !== undefined && typeof value !== 'string') throw new Error(`The rehearsal cannot evaluate ${name}.`)
  return value ?? ''
}

export const fill = (text: unknown, context: Context): string =>
  String(text).replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name) => look(name, context))

export function isTrue(condition: string | undefined, context: Context): boolean {
  if (condition === undefined) return true
  const [, name, value] = /^([\w.-]+) == '([^']*)'$/.exec(condition) ?? []
  if (name === undefined) throw new Error(`The rehearsal cannot evaluate the condition ${condition}.`)
  return look(name, context) === value
}
