import { replay } from '../../../src/replay.ts'
import { surfaces, type Client } from '../../../src/replay-outcome.ts'
import { listExchanges, operations } from '../../replay/exchanges.ts'
import { checks } from './checks.ts'
import { failureChecks } from './checks-failures.ts'
import { foreignChecks } from './checks-foreign.ts'
import { optionChecks } from './checks-options.ts'
import { retryChecks } from './checks-retry.ts'
import { secretChecks } from './checks-secrets.ts'
import type { ClientCheck } from './stub.ts'

const clientChecks: Record<string, ClientCheck> = {
  ...checks,
  ...optionChecks,
  ...foreignChecks,
  ...failureChecks,
  ...secretChecks,
  ...retryChecks,
}

/** The checks of a client: each gives the first problem, or undefined if the client passes. */
const checkers = new Map<string, (client: Client) => Promise<string | undefined>>([
  ...Object.entries(clientChecks).map(
    ([name, check]) => [name, (client: Client) => check(client).then(() => undefined, String)] as const,
  ),
  ...operations.flatMap((operation) =>
    listExchanges(operation).map(
      ([name, recording]) =>
        [
          `${name} of ${operation.id}`,
          async (client: Client) => {
            for (const surface of surfaces) {
              const [problem] = await replay(recording, { client, surface }).catch((error: unknown) => [String(error)])
              if (problem) return `${surface}: ${problem}`
            }
            return undefined
          },
        ] as const,
    ),
  ),
])

/** The checks that failed last come first, because the next mutant is in the same file. */
let order = [...checkers.keys()]

/**
 * The first failed check of a client, if any.
 *
 * @param folder Where its modules are.
 * @param onCheck Called before each check.
 */
export async function findObjection(client: Client, folder: string, onCheck: () => void): Promise<string | undefined> {
  for (const name of order) {
    onCheck()
    const problem = await watch(() => checkers.get(name)!(client), folder)
    if (problem === undefined) continue
    order = [name, ...order.filter((each) => each !== name)]
    return `${name}: ${problem}`
  }
  return undefined
}

/** A check that does not end, or that leaves an unhandled rejection, fails too. */
async function watch(check: () => Promise<string | undefined>, folder: string): Promise<string | undefined> {
  let left: string | undefined
  const onRejection = (reason: unknown) => {
    // A rejection of an earlier mutant may come late.
    const { stack = '' } = Object(reason) as Error
    if (stack.includes(folder)) left = `a rejection is not handled: ${String(reason)}`
  }
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onRejection)
  let timer
  try {
    const late = new Promise<string>((resolve) => (timer = setTimeout(resolve, 3000, 'it does not end')))
    const problem = await Promise.race([check(), late])
    // A rejection counts as not handled once the queue of microtasks is empty.
    await new Promise((resolve) => setImmediate(resolve))
    return problem ?? left
  } finally {
    clearTimeout(timer)
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtException', onRejection)
  }
}
