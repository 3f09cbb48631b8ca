import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The addresses of `localhost`: a program may try only one of them. */
const hosts = ['127.0.0.1', '::1']

/** Listens on the same port of every address of this machine that exists. Rejects if the port is in use. */
export async function listenLocally(
  respond: RequestListener,
  port: number,
): Promise<{ servers: Server[]; port: number }> {
  const servers: Server[] = []
  let chosen = port
  let unavailable: unknown
  for (const host of hosts) {
    const server = createServer(respond)
    try {
      chosen = await listen(server, chosen, host)
      servers.push(server)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      unavailable = error
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue
      for (const other of servers) other.close()
      // The free port of one address can be in use on the other.
      if (code === 'EADDRINUSE' && port === 0) return listenLocally(respond, 0)
      throw error
    }
  }
  if (servers.length === 0) throw unavailable
  return { servers, port: chosen }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
