import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort, openGate, type Gate } from './gate.ts'
import { run } from './run.ts'

const version = '6.10.4'

export interface Registry extends Gate {
  stop(): void
}

/** Installs Verdaccio into a folder, and starts it there on this machine only. It takes other packages from npm's registry. */
export async function startRegistry(folder: string): Promise<Registry> {
  const port = await findFreePort()
  await mkdir(folder)
  // Its own node-fetch is an alias by a tag, which not every mirror of the registry has.
  const manifest = { private: true, dependencies: { verdaccio: version }, overrides: { 'node-fetch': '2.7.0' } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await run(folder, 'npm install --ignore-scripts --no-audit --no-fund')
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
  await waitFor(`http://127.0.0.1:${port}/-/ping`)
  const gate = await openGate(port)
  return {
    ...gate,
    stop: () => {
      gate.close()
      server.kill()
    },
  }
}

async function waitFor(url: string): Promise<void> {
  const isThere = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await isThere()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Verdaccio did not start within a minute.')
}
