#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createMock } from './index.ts'
import { serve } from './server.ts'

const usage = `Serves a mock of Seam's ACS credentials API on this machine.

  --port <number>             the port to listen on; 0 for any free one (default: 4100)
  --seed <text>               the seed of all IDs and codes (default: seam)
  --max-credentials <number>  how many credentials to keep; the oldest are forgotten (default: 10000)
  --version                   print the version of this package
  -h, --help                  print this help`

try {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      'max-credentials': { type: 'string', default: '10000' },
      port: { type: 'string', default: '4100' },
      seed: { type: 'string', default: 'seam' },
      version: { type: 'boolean' },
    },
  })
  if (values.help) console.log(usage)
  else if (values.version) console.log(readVersion())
  else await start(values.port, values.seed, values['max-credentials'])
} catch (error) {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  const advice = 'choose another with `--port`, or any free one with `--port 0`.'
  console.error(code === 'EADDRINUSE' ? `Port ${port} is in use: ${advice}` : message)
  process.exitCode = 1
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

async function start(port: string, seed: string, max: string): Promise<void> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`--port ${port}: give a number up to 65535`)
  if (!/^[1-9]\d{0,8}$/.test(max)) throw new Error(`--max-credentials ${max}: give a number from 1`)
  const mock = createMock({ seed, maxCredentials: Number(max) })
  const { endpoint, close } = await serve(mock, { port: Number(port), log: console.log })
  console.log(`A mock of Seam's ACS credentials API listens at ${endpoint}. To call it, set`)
  console.log(`  SEAM_ENDPOINT=${endpoint} SEAM_API_KEY=seam_test_key`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
}
