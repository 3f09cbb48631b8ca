import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import contract from '@seam-acs/spec' with { type: 'json' }
import { init, path, type Contender } from './contenders.ts'

/** Starts Prism and the mock on the same contract. Prism is installed for the run, because it brings 200 packages. */
export async function startServers(prism: string): Promise<{ contenders: Contender[]; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-mock-bench-'))
  await writeFile(join(folder, 'package.json'), '{}')
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(contract))
  const packages = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@stoplight/prism-cli@${prism}`]
  await promisify(execFile)('npm', packages, { cwd: folder })
  const programs: [string, (port: number) => string[]][] = [
    [
      `Prism ${prism}`,
      (port) => [
        join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js'),
        'mock',
        '--port',
        `${port}`,
        join(folder, 'openapi.json'),
      ],
    ],
    ['`@seam-acs/mock`', (port) => [fileURLToPath(new URL('../dist/bin.js', import.meta.url)), '--port', `${port}`]],
  ]
  const started = await Promise.all(programs.map(([name, args]) => start(name, args)))
  return {
    contenders: started.map(({ contender }) => contender),
    async close() {
      for (const { program } of started) program.kill()
      await rm(folder, { recursive: true })
    },
  }
}

/** Lets a program say how much processor time it has used. */
const tellCpu = `data:text/javascript,${encodeURIComponent(
  "process.on('message', () => process.send(process.cpuUsage())); process.channel.unref()",
)}`

async function start(
  name: string,
  args: (port: number) => string[],
): Promise<{ contender: Contender; program: ChildProcess }> {
  const port = await findPort()
  const program = spawn(process.execPath, ['--import', tellCpu, ...args(port)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const readCpu = () =>
    new Promise<number>((resolve) => {
      program.once('message', (usage: NodeJS.CpuUsage) => resolve(usage.user + usage.system))
      program.send('cpu')
    })
  const call = async () => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init())
    await response.text()
    if (response.status !== 200) throw new Error(`${name} responds with ${response.status}`)
  }
  for (let tries = 0; ; tries++) {
    try {
      await call()
      return { contender: { name, call, readCpu }, program }
    } catch (error) {
      if (tries === 100 || program.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
