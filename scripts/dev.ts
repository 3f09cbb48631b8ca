// Generates and builds what the reference and the mock need, then runs both until it is stopped. The verb `dev` starts it
// anew when the spec changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

async function runTurbo(...tasks: string[]): Promise<void> {
  // A group of its own, for the command is a wrapper that passes no signal on.
  const turbo = spawn('turbo', ['run', ...tasks], { stdio: 'inherit', detached: true })
  let isStopped = false
  const stop = () => {
    isStopped = true
    process.kill(-turbo.pid!, 'SIGINT')
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const [code] = await once(turbo, 'exit')
  process.off('SIGTERM', stop).off('SIGINT', stop)
  if (isStopped || code !== 0) process.exit(isStopped ? 0 : 1)
}

await runTurbo('generate')
await runTurbo('@seam-acs/docs#dev', '@seam-acs/mock#start')
