import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { cleanEnvironment } from '@seam-acs/runner/clean-environment'
import { pnpm } from '@seam-acs/runner/command'

/** The verb `dev` in a folder, and an open page of the reference. */
export interface Session {
  reference: string
  mock: string
  /** Resolves to the next message to the page of one of these kinds. */
  nextMessage(
    ...types: string[]
  ): Promise<{ type: string; err?: { message: string; loc?: { file: string; line: number } } }>
  /** What the terminal shows so far. */
  output(): string
  /** Presses Ctrl+C and returns how many milliseconds the verb took to end. */
  stop(): Promise<number>
}

export async function startSession(folder: string): Promise<Session> {
  const isWindows = process.platform === 'win32'
  // In a process group of its own, because a terminal sends Ctrl+C to a whole group.
  const child = spawn(`${pnpm} dev --port 0 --mock-port 0`, {
    cwd: folder,
    env: cleanEnvironment,
    shell: true,
    detached: !isWindows,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  const ended = once(child, 'close')
  let isEnded = false
  void ended.then(() => (isEnded = true))
  const addresses = await until(() => {
    if (isEnded) throw new Error(`dev ended:\n${output}`)
    return output.match(/The reference is at (\S+), and the mock at (\S+)\. /)
  })
  const [, reference, mock] = addresses
  const socket = new WebSocket(reference!.replace('http', 'ws'), 'vite-hmr')
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`${reference} has no live reload.`)))
  })
  return {
    reference: reference!,
    mock: mock!,
    nextMessage: (...types) =>
      new Promise((resolve) => {
        const listen = ({ data }: MessageEvent) => {
          const message = JSON.parse(data)
          if (!types.includes(message.type)) return
          socket.removeEventListener('message', listen)
          resolve(message)
        }
        socket.addEventListener('message', listen)
      }),
    output: () => output,
    stop: async () => {
      socket.close()
      const start = performance.now()
      if (isWindows) child.kill()
      else process.kill(-child.pid!, 'SIGINT')
      await ended
      return performance.now() - start
    },
  }
}

/** Calls a function every five milliseconds until it returns a result. */
export async function until<Result>(ask: () => Result | Promise<Result>): Promise<NonNullable<Result>> {
  for (;;) {
    const result = await ask()
    if (result) return result
    await setTimeout(5)
  }
}
