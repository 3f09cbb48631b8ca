import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Gate {
  address: string
  /** From now on, the registry is gone after so many more packages were published. */
  failAfter(count: number): void
  /** The registry is there again. */
  open(): void
  close(): void
}

/** Stands between npm and a registry on this machine, and can let it go away in the middle of a release. */
export async function openGate(registryPort: number): Promise<Gate> {
  let left = Infinity
  const server = createServer((incoming, outgoing) => {
    const isPublish = incoming.method === 'PUT'
    if (left <= 0) return void outgoing.writeHead(503).end('{"error":"the registry is gone"}')
    const { method, url, headers } = incoming
    const forwarded = request({ host: '127.0.0.1', port: registryPort, method, path: url, headers }, (response) => {
      if (isPublish && response.statusCode === 201) left--
      outgoing.writeHead(response.statusCode!, response.headers)
      response.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    failAfter: (count) => void (left = count),
    open: () => void (left = Infinity),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
