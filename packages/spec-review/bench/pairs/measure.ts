import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  output: string
  /** Seconds of processor time, which a busy machine changes less than the time by the clock. */
  seconds: number
  megabytes: number
}

const meter = new URL('meter.ts', import.meta.url).href

/** Runs a program of Node twice, and says what the faster run took: a busy machine makes a program slower, and never faster. */
export async function measure(program: string, args: string[]): Promise<Measured> {
  const [one, other] = [await run(program, args), await run(program, args)]
  return one.seconds <= other.seconds ? one : other
}

/** An exit code of 1 is a verdict, not a failure. */
async function run(program: string, args: string[]): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-review-meter-'))
  const file = join(directory, 'usage.json')
  try {
    const output = await new Promise<string>((resolve, reject) => {
      const env = { ...process.env, METER_FILE: file, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' }
      const options = { env, maxBuffer: 2 ** 30, cwd: directory }
      execFile(process.execPath, [`--import=${meter}`, program, ...args], options, (error, text, errors) =>
        error && error.code !== 1 ? reject(new Error(errors)) : resolve(text),
      )
    })
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(file, 'utf8'))
    return { output, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }
  } finally {
    await rm(directory, { recursive: true })
  }
}
