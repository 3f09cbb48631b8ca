import { element } from '../browser/elements.ts'
import type { Fetch } from './exchange.ts'

/**
 * A `fetch` for other hosts. The policy of the pages allows no request to any, so one hidden frame, which is there from
 * the first such call on, sends them: it has a policy of its own and nothing else in it.
 */
export function createOutsideFetch(): Fetch {
  let loading: Promise<Window> | undefined

  return async (url, { method, headers, body, signal }) => {
    loading ??= openFrame()
    const frame = await loading
    const { port1, port2 } = new MessageChannel()
    const response = new Promise<Response>((resolve, reject) => {
      port1.addEventListener('message', ({ data }) => {
        if (data) resolve(new Response(data.text, data))
        else reject(new TypeError('Failed to fetch'))
      })
      port1.start()
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
    const sent = new Headers(headers)
    // A browser has its own.
    sent.delete('user-agent')
    frame.postMessage({ url, method, headers: [...sent], body }, origin(), [port2])
    return response
  }
}

/** Pages from a folder have no origin that could be named. */
const origin = () => (location.protocol === 'file:' ? '*' : location.origin)

function openFrame(): Promise<Window> {
  const src = `${document.documentElement.dataset['root']}try-it/sender.html`
  const frame = element('iframe', { src, title: 'Sends requests to other hosts', hidden: true })
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame.contentWindow!))
    document.body.append(frame)
  })
}
