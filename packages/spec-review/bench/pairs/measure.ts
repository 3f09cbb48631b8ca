import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  output: string
  errors: string
  /** 0 or 1: the program's verdict, for one that has any. */
  exitCode: number
  /** Seconds of processor time, which a busy machine changes less than the time by the clock. */
  seconds: number
  megabytes: number
}

const meter = new URL('meter.ts', import.meta.url).href

/** The faster of two runs of a program, because a busy machine makes a program slower, and never faster. */
export async function measureTwice(program: string, args: string[]): Promise<Measured> {
  const [one, other] = [await measure(program, args), await measure(program, args)]
  return one.seconds <= other.seconds ? one : other
}

/** Runs a program of Node, and says what it took. An exit code of 1 is a verdict, not a failure. */
export async function measure(
  program: string,
  args: string[],
  { environment = {}, folder }: { environment?: Record<string, string>; folder?: string } = {},
): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-review-meter-'))
  const file = join(directory, 'usage.json')
  try {
    const outcome = await new Promise<Omit<Measured, 'seconds' | 'megabytes'>>((resolve, reject) => {
      const quiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' }
      const env = { ...process.env, METER_FILE: file, ...quiet, ...environment }
      const options = { env, maxBuffer: 2 ** 30, cwd: folder ?? directory }
      execFile(process.execPath, [`--import=${meter}`, program, ...args], options, (error, output, errors) =>
        error && error.code !== 1 ? reject(new Error(errors)) : resolve({ output, errors, exitCode: error ? 1 : 0 }),
      )
    })
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(file, 'utf8'))
    return { ...outcome, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }
  } finally {
    await rm(directory, { recursive: true })
  }
}
