import type { Recording } from '../recording.ts'
import { replay, type Client } from '../replay.ts'
import { exchanges, toRecording } from '../replay-exchanges.ts'
import { surfaces } from '../replay-outcome.ts'
import { checks, type ClientCheck } from './client-checks.ts'
import { retryChecks } from './client-checks-retry.ts'
import { secretChecks } from './client-checks-secrets.ts'
import type { ClientMutant } from './client-mutants.ts'

export const clientChecks = { ...checks, ...retryChecks, ...secretChecks }

/** The source of the mutant. */
export function mutate({ name, file, text, replacement }: Omit<ClientMutant, 'noticedBy'>, source: string): string {
  const [before, after, ...more] = source.split(text)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `the client mutant "${name}" needs its new text in src/mutation/client-mutants.ts: dist/${file} has ${
        after === undefined ? 'no' : 'more than one'
      } \`${text}\``,
    )
  }
  return before + replacement + after
}

export interface Objection {
  /** The recording or the promise. */
  of: string
  problem: string
}

/** What tells a client from the built one: each gives the first problem, or undefined where it holds. */
export function createObjectors(
  recordings: { file: string; recording: Recording }[],
): Map<string, (client: Client) => Promise<string | undefined>> {
  return new Map([
    ...exchanges.map(([name, exchange]) => [name, createReplayAll(toRecording(exchange))] as const),
    ...Object.entries(clientChecks).map(([name, check]) => [name, createHold(check)] as const),
    ...recordings.map(({ file, recording }) => [file, createReplayAll(recording)] as const),
  ])
}

type Objectors = ReturnType<typeof createObjectors>

/** The first objection, if there is one. `first` is asked before all others. */
export async function findObjection(
  client: Client,
  objectors: Objectors,
  first?: string,
): Promise<Objection | undefined> {
  for (const name of new Set([...(first === undefined ? [] : [first]), ...objectors.keys()])) {
    const problem = await watch(() => objectors.get(name)!(client))
    if (problem) return { of: name, problem }
  }
  return undefined
}

const createHold = (check: ClientCheck) => (client: Client) =>
  check(client).then(
    () => undefined,
    (error: unknown) => String(error),
  )

const createReplayAll = (recording: Recording) => async (client: Client) => {
  for (const surface of surfaces) {
    const [problem] = await replay(recording, { client, surface }).catch((error: unknown) => [String(error)])
    if (problem) return `${surface}: ${problem}`
  }
  return undefined
}

/** What does not end, or leaves a rejection behind that nobody handles, is an objection too. */
async function watch(object: () => Promise<string | undefined>): Promise<string | undefined> {
  const listeners = process.listeners('unhandledRejection')
  let left: string | undefined
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => (left = `a rejection is not handled: ${String(reason)}`))
  let timer
  try {
    const late = new Promise<string>((resolve) => (timer = setTimeout(resolve, 60_000, 'it does not end')))
    const objection = await Promise.race([object(), late])
    // A rejection counts as not handled once the queue of microtasks is empty.
    await new Promise((resolve) => setImmediate(resolve))
    return objection ?? left
  } finally {
    clearTimeout(timer)
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}
