import { fork } from 'node:child_process'
import { once } from 'node:events'
import { answer, answerHeaders } from './exchange.ts'

/** Where the calls of the contenders go. */
export interface Setting extends Disposable {
  endpoint: string
}

/** Answers every `fetch` of this process at once, without looking at the request. */
export function answerInProcess(): Setting {
  const { fetch } = globalThis
  globalThis.fetch = async () => new Response(answer, { status: 200, headers: answerHeaders })
  return {
    endpoint: 'https://seam.invalid',
    [Symbol.dispose]: () => {
      globalThis.fetch = fetch
    },
  }
}

/** Answers over HTTP from another process on this machine. */
export async function answerOverLoopback(): Promise<Setting> {
  const server = fork(new URL('answer-server.ts', import.meta.url))
  const [port] = await once(server, 'message')
  return { endpoint: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => server.disconnect() }
}
