import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort, installPackages, waitForServer } from '../../loopback.ts'
import { run } from '../../run.ts'
import { openGate, type Gate } from './gate.ts'

const version = '6.10.4'

export interface Registry extends Gate {
  stop(): void
}

/** Installs Verdaccio into a folder, and starts it there on this machine only. It takes other packages from npm's registry. */
export async function startRegistry(folder: string): Promise<Registry> {
  const port = await findFreePort()
  // Its own node-fetch is an alias by a tag, which not every mirror of the registry has.
  await installPackages(folder, { verdaccio: version }, { 'node-fetch': '2.7.0' })
  const upstream = (await run(folder, 'npm config get registry')).trim()
  const config = [
    `storage: ${join(folder, 'storage')}`,
    'uplinks:',
    '  npm:',
    `    url: ${upstream}`,
    'packages:',
    "  '@seam-acs/*': { access: $all, publish: $all, unpublish: $all }",
    "  '**': { access: $all, proxy: npm }",
    'max_body_size: 100mb',
    'log: { type: stdout, level: error }',
    '',
  ].join('\n')
  await writeFile(join(folder, 'config.yaml'), config)
  const bin = join(folder, 'node_modules/verdaccio/bin/verdaccio')
  const server = spawn(process.execPath, [bin, '--config', 'config.yaml', '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: 'ignore',
  })
  await waitForServer('Verdaccio', `http://127.0.0.1:${port}/-/ping`)
  const gate = await openGate(port)
  return {
    ...gate,
    stop: () => {
      gate.close()
      server.kill()
    },
  }
}
