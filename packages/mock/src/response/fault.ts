import type { Fault } from '../request/prefer.ts'
import type { Reply } from './reply.ts'
import { wait } from '../wait.ts'

/** Simulates a fault: returns another reply, throws, or waits. Returns undefined if the API itself should respond. */
export async function createFault(fault: Fault | undefined, signal: AbortSignal): Promise<Reply | undefined> {
  switch (fault) {
    case 'drop':
      // As in Node's `fetch`. Other runtimes throw the same class with other messages.
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
      })
    case 'empty':
      return { status: 503 }
    case 'garbage':
      return { status: 200, type: 'application/json; charset=utf-8', body: '{"acs_credential":<' }
    case 'hang':
      // Without a timer, the pending call could be garbage collected, and its signal would have no effect.
      await wait(signal, longest)
      return undefined
    case 'html':
      return { status: 502, type: 'text/html; charset=utf-8', body: page }
    default:
      return undefined
  }
}

/** The longest delay of a timer: 24 days. */
const longest = 2 ** 31 - 1

const page = '<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>502 Bad Gateway</h1>\n'
