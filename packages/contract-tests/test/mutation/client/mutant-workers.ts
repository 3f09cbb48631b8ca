import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { createFolder } from './copies.ts'
import type { ClientMutant } from './operators.ts'

/** The first objection to each mutant, in their order; undefined if there is none. Uses two threads. */
export async function findObjections(mutants: ClientMutant[]): Promise<(string | undefined)[]> {
  const middle = Math.ceil(mutants.length / 2)
  const folder = await createFolder()
  try {
    const halves = [mutants.slice(0, middle), mutants.slice(middle)]
    return (await Promise.all(halves.map((half) => findInThread(half, folder)))).flat()
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function findInThread(mutants: ClientMutant[], folder: string): Promise<(string | undefined)[]> {
  const objections: (string | undefined)[] = []
  while (objections.length < mutants.length) {
    const rest = await runWorker(mutants.slice(objections.length), folder)
    objections.push(...rest)
    // A mutant that blocks its thread is noticed.
    if (objections.length < mutants.length) objections.push('it blocks its thread')
  }
  return objections
}

/** What a thread may compute between two messages, in microseconds. A check takes milliseconds, also on a busy machine. */
const limit = 2_000_000

/** The objections to the mutants up to one that blocks the thread. */
function runWorker(mutants: ClientMutant[], folder: string): Promise<(string | undefined)[]> {
  return new Promise((resolve, reject) => {
    const objections: (string | undefined)[] = []
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: { mutants, folder },
      // A mutant may set a timer that is longer than Node supports.
      execArgv: ['--disable-warning=TimeoutOverflowWarning'],
    })
    let messages = 0
    let last = { messages, user: 0 }
    const onUsage = ({ user }: NodeJS.CpuUsage) => {
      if (last.messages < messages) last = { messages, user }
      else if (messages > 0 && user - last.user > limit) void worker.terminate()
    }
    // Asking fails once the thread has ended.
    const watch = setInterval(() => worker.cpuUsage().then(onUsage, () => {}), 100)
    worker.on('error', reject)
    worker.on('message', ({ objection, isDone }: { objection?: string | null; isDone?: boolean }) => {
      messages++
      if (objection !== undefined) objections.push(objection ?? undefined)
      if (isDone) void worker.terminate()
    })
    worker.on('exit', () => {
      clearInterval(watch)
      resolve(objections)
    })
  })
}
