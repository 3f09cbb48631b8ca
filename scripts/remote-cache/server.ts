import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { cleanEnvironment } from '@seam-acs/runner/clean-environment'
import { findFreePort, installPackages, waitForServer } from '../loopback.ts'

const version = '2.12.0'

/** The team whose results the cache has; the server keeps them in a folder of this name. */
export const team = 'seam-acs'

export interface CacheServer {
  url: string
  /** The folder with a file for each result. */
  results: string
  stop(): Promise<void>
}

/** Installs turborepo-remote-cache into a folder, and starts it there on this machine only. */
export async function startCacheServer(folder: string, token: string): Promise<CacheServer> {
  const port = await findFreePort()
  await installPackages(folder, { 'turborepo-remote-cache': version })
  const server = spawn(process.execPath, ['node_modules/turborepo-remote-cache/dist/cli.js'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...cleanEnvironment,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      PORT: String(port),
      STORAGE_PATH: join(folder, 'storage'),
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
      // The server stores signatures only if this variable is set. It does not check them, so any value will do.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'store signatures',
      TURBO_TOKEN: token,
    },
  })
  const url = `http://127.0.0.1:${port}`
  await waitForServer('turborepo-remote-cache', `${url}/v8/artifacts/status`, { authorization: `Bearer ${token}` })
  const ended = once(server, 'exit')
  return {
    url,
    results: join(folder, 'storage', team),
    stop: async () => {
      server.kill()
      await ended
    },
  }
}
