import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { cleanEnvironment } from '@seam-acs/runner/clean-environment'

/** Runs a program to its end, and ends it if it hangs. */
export async function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(program, args, {
    cwd,
    env: { ...cleanEnvironment, ...variables, NO_COLOR: '1', DO_NOT_TRACK: '1' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 10 * 60_000,
  })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const [exitCode, output, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { exitCode, output: output + errors }
}
