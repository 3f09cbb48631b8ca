import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

export interface Server extends AsyncDisposable {
  origin: string
}

/** A folder over HTTP, compressed as by any host of static sites. */
export async function serveFolder(folder: string): Promise<Server> {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url!, 'http://localhost').pathname))
    const type = types[extname(path)] ?? (path.endsWith('/') ? types['.html']! : 'application/octet-stream')
    try {
      const body = await readFile(join(folder, path.replace(/\/$/, '/index.html')))
      const isText = !type.startsWith('font') && !type.startsWith('application/octet')
      response.setHeader('content-type', type).setHeader('cache-control', 'max-age=31536000')
      if (isText) response.setHeader('content-encoding', 'gzip').end(gzipSync(body, { level: 9 }))
      else response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
