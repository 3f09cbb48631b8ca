import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { dist } from '../helpers/site.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
}

/** Under which the site is found as well. */
export const basePath = '/some/base/'

export interface Server {
  origin: string
  close(): Promise<void>
}

/** The built site on this machine: at the root, and under a base path. */
export async function serveSite(): Promise<Server> {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url!, 'http://localhost')
    const path = normalize(decodeURIComponent(pathname.replace(basePath, '/'))).replace(/\/$/, '/index.html')
    try {
      const body = await readFile(join(dist, path))
      response.setHeader('content-type', types[extname(path)] ?? 'text/plain; charset=utf-8').end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
