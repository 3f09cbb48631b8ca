// Shared by the programs that start servers on this machine.
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { run } from './run.ts'

/** A port of this machine on which nothing listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Installs packages from npm into a new folder, without their install scripts. */
export async function installPackages(
  folder: string,
  dependencies: Record<string, string>,
  overrides: Record<string, string> = {},
): Promise<void> {
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, overrides }))
  await run(folder, 'npm install --ignore-scripts --no-audit --no-fund')
}

/** Waits until a server responds. */
export async function waitForServer(name: string, url: string, headers: Record<string, string> = {}): Promise<void> {
  const isThere = () =>
    fetch(url, { headers }).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await isThere()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${name} did not start within a minute.`)
}
