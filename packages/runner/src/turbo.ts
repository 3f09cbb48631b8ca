import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A task that has run. */
export interface Task {
  /** As `@seam-acs/client#test`. */
  id: string
  isSuccess: boolean
  /** Whether turbo took the result from its cache and only repeated the output. */
  isCached: boolean
  log: string
}

/** A task in turbo's summary of a run. */
interface SummarizedTask {
  taskId: string
  cache: { status: string }
  execution?: { exitCode: number | null }
  /** Absent for a task that is never cached. */
  logFile?: string
}

/** Runs turbo in the foreground. The list of tasks is empty if turbo stopped before it ran any. */
export async function runTurbo(args: readonly string[]): Promise<{ exitCode: number; tasks: Task[] }> {
  const summaries = join(root, '.turbo/runs')
  await rm(summaries, { recursive: true, force: true })
  // Not by the command in node_modules/.bin, which Windows starts only through a shell.
  const turbo = spawn(
    process.execPath,
    [join(root, 'node_modules/turbo/bin/turbo'), 'run', '--summarize=true', ...args],
    {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...(await readDocumentVariables()) },
      stdio: 'inherit',
    },
  )
  // Ctrl+C reaches turbo too, which then stops its own tasks.
  const wait = () => {}
  process.on('SIGINT', wait)
  const [exitCode] = await once(turbo, 'close')
  process.off('SIGINT', wait)

  const [file] = await readdir(summaries).catch(() => [])
  if (!file) return { exitCode: exitCode ?? 1, tasks: [] }
  const { tasks }: { tasks: SummarizedTask[] } = JSON.parse(await readFile(join(summaries, file), 'utf8'))
  return { exitCode: exitCode ?? 1, tasks: await Promise.all(tasks.map(toTask)) }
}

/**
 * Variables for the document that the reference is built from, if `DOCS_DOCUMENT` names one: its absolute path, and the
 * hash of its content, because turbo hashes only the values of variables.
 */
export async function readDocumentVariables(): Promise<Record<string, string>> {
  const { DOCS_DOCUMENT: given } = process.env
  if (!given) return {}
  const file = resolve(given)
  // If there is no such file, the build of the reference says so.
  const content = await readFile(file).catch(() => '')
  return { DOCS_DOCUMENT: file, DOCS_DOCUMENT_HASH: createHash('sha256').update(content).digest('hex') }
}

export async function toTask({ taskId, cache, execution, logFile }: SummarizedTask): Promise<Task> {
  const isCached = cache.status === 'HIT'
  return {
    id: taskId,
    isSuccess: isCached || execution?.exitCode === 0,
    isCached,
    log: logFile ? stripVTControlCharacters(await readFile(join(root, logFile), 'utf8')) : '',
  }
}
