import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { serveResponse, type ServedResponse } from '@seam-acs/recorder/loopback-server'
import { expect, onTestFinished, test } from 'vitest'
import { recordings } from '../src/recordings.ts'

const key = 'seam_test_Canary4711key'
const { file, recording } = recordings.find(({ recording: { recorded } }) => recorded.source === 'documentation')!

async function start(response: ServedResponse) {
  const server = await serveResponse(response)
  onTestFinished(server.close)
  return server
}

/** The command as a program, over the committed recordings. */
async function run(env: Record<string, string>) {
  const main = fileURLToPath(new URL('../src/record.ts', import.meta.url))
  const program = spawn(process.execPath, [main, file], { env })
  const exited = new Promise<number | null>((resolve) => program.on('exit', resolve))
  const output = (await Promise.all([text(program.stdout), text(program.stderr)])).join('\n')
  expect(output).not.toContain(key)
  return { exitCode: await exited, output: output.trim() }
}

test('the program ends with 0 without drift, 1 with drift, 2 without a key or a server', async () => {
  const same = await start(recording.response)
  const other = await start({ ...recording.response, body: { ok: true, echo: key } })
  const down = await start(recording.response)
  down.close()
  const runs = await Promise.all([
    run({ SEAM_API_KEY: key, SEAM_ENDPOINT: same.endpoint }),
    run({ SEAM_API_KEY: key, SEAM_ENDPOINT: other.endpoint }),
    run({ SEAM_ENDPOINT: same.endpoint }),
    run({ SEAM_API_KEY: key, SEAM_ENDPOINT: down.endpoint }),
  ])
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 1, 2, 2])
  expect(runs[0]!.output).toMatch(/^200 {2}\S+\.json {2}\d+ ms\n1 exchange, no drift\.$/)
  expect(runs[1]!.output).toContain('+ /echo string')
  expect(runs[2]!.output).toMatch(/^SEAM_API_KEY is not set/)
  expect(runs[3]!.output).toBe(`POST ${recording.request.path}: no response (ECONNREFUSED)`)
})
