import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dev, type AstroIntegration } from 'astro'

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server']

/** What the pages show on top of the last good version. */
export interface Fault {
  /** Describes one or more problems, with their places. */
  message: string
  /** Where the first problem is. */
  place?: { file: string; line: number; column: number }
}

export interface ReferenceServer {
  url: string
  /** Reads the bundle again and reloads the open pages, which removes what `show` has shown. */
  reload(): void
  /** Shows a fault on every page, until the next `reload`. */
  show(fault: Fault): void
  close(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every page is made from what this module exports. */
const documentModule = fileURLToPath(new URL('../src/contract/document/document.ts', import.meta.url))

/** Serves the site from its sources, at this port or the next free one. */
export async function serveReference(port: number): Promise<ReferenceServer> {
  // Pages name source files relative to the working directory, which is packages/docs in a build, too.
  process.chdir(root)
  let server: Server
  let fault: Fault | undefined
  const integration: AstroIntegration = {
    name: 'live-reload',
    hooks: {
      // Also runs when Astro starts the server again, after a change of its configuration.
      'astro:server:setup': (setup) => {
        server = setup.server
        server.ws.on('connection', send)
      },
    },
  }
  const { address, stop } = await dev({ root, logLevel: 'warn', server: { port }, integrations: [integration] })
  return {
    url: `http://localhost:${address.port}`,
    reload() {
      fault = undefined
      server.watcher.emit('change', documentModule)
    },
    show(shown) {
      fault = shown
      send()
    },
    close: stop,
  }

  function send(): void {
    if (!fault) return
    const { message, place } = fault
    const title = 'The spec has a problem'
    // Astro resolves every path outside of the site from its root, even an absolute one.
    const loc = place && { loc: { ...place, file: relative(root, place.file) } }
    server.ws.send({ type: 'error', err: { name: 'spec', title, message, stack: '', ...loc } })
  }
}
