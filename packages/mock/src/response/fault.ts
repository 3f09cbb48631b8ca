import type { Fault } from '../request/prefer.ts'
import type { Reply } from './reply.ts'
import { wait } from '../wait.ts'

/** What comes instead of the API's answer: another, an exception, or nothing. Undefined where the API answers. */
export async function createFault(fault: Fault | undefined, signal: AbortSignal): Promise<Reply | undefined> {
  switch (fault) {
    case 'drop':
      // As Node's `fetch` does it; other runtimes have other words in the same class.
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
      })
    case 'empty':
      return { status: 503 }
    case 'garbage':
      return { status: 200, type: 'application/json; charset=utf-8', body: '{"acs_credential":<' }
    case 'hang':
      // Without a timer the call could be collected as garbage, and its signal would be heard no more.
      await wait(signal, longest)
      return undefined
    case 'html':
      return { status: 502, type: 'text/html; charset=utf-8', body: page }
    default:
      return undefined
  }
}

/** What a timer can do: 24 days. */
const longest = 2 ** 31 - 1

const page = '<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>502 Bad Gateway</h1>\n'
