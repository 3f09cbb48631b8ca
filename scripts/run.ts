import { spawn } from 'node:child_process'
import { cleanEnvironment } from '@seam-acs/runner/clean-environment'

/** Runs a script with bash as GitHub does, and returns its output. If it fails, the error contains the output. */
export function run(folder: string, script: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const env = { ...cleanEnvironment, ...environment }
  const child = spawn('bash', ['-e', '-c', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let printed = ''
  child.stdout.on('data', (part) => {
    output += part
    printed += part
  })
  child.stderr.on('data', (part) => (printed += part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) =>
      exitCode === 0
        ? resolve(output)
        : reject(new Error(`Exit code ${exitCode} of:\n${script}\n\n${printed.split('\n').slice(-120).join('\n')}`)),
    )
  })
}
