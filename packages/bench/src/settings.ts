import { fork } from 'node:child_process'
import { once } from 'node:events'
import { responseHeaders, responseText } from './exchange.ts'

/** Where the contenders send their calls. */
export interface Setting extends Disposable {
  endpoint: string
}

/** Replaces `fetch` in this process. It responds immediately, without reading the request. */
export function respondInProcess(): Setting {
  const { fetch } = globalThis
  globalThis.fetch = async () => new Response(responseText, { status: 200, headers: responseHeaders })
  return {
    endpoint: 'https://seam.invalid',
    [Symbol.dispose]: () => {
      globalThis.fetch = fetch
    },
  }
}

/** Starts a server in another process on this machine. */
export async function respondOverLoopback(): Promise<Setting> {
  const server = fork(new URL('recorded-server.ts', import.meta.url))
  const [port] = await once(server, 'message')
  return { endpoint: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => server.disconnect() }
}
