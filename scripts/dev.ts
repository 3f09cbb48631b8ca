// Generates and builds what the reference and the mock need, then runs both until it is stopped.
// The verb `dev` restarts it when the spec changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const isWindows = process.platform === 'win32'

async function runTurbo(...tasks: string[]): Promise<void> {
  const program = fileURLToPath(new URL('../node_modules/turbo/bin/turbo', import.meta.url))
  // In its own process group, because this program is a wrapper that does not forward signals. Windows has neither
  // groups nor signals.
  const turbo = spawn(process.execPath, [program, 'run', ...tasks], { stdio: 'inherit', detached: !isWindows })
  let isStopped = false
  const stop = () => {
    isStopped = true
    if (isWindows) turbo.kill()
    else process.kill(-turbo.pid!, 'SIGINT')
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const [code] = await once(turbo, 'exit')
  process.off('SIGTERM', stop).off('SIGINT', stop)
  if (isStopped || code !== 0) process.exit(isStopped ? 0 : 1)
}

await runTurbo('generate')
await runTurbo('@seam-acs/docs#dev', '@seam-acs/mock#start')
