// Serves the reference and the mock, and brings them and the generated code up to date whenever the spec is saved.
import { parseArgs } from 'node:util'
import { startDev } from './dev.ts'

try {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4321' }, 'mock-port': { type: 'string', default: '4100' } },
  })
  const { close } = await startDev({
    port: toPort('port', values.port),
    mockPort: toPort('mock-port', values['mock-port']),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit()))
  }
} catch (error) {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  const advice = 'stop what uses it, or choose another with `--mock-port`, or any free one with `--mock-port 0`.'
  console.error(code === 'EADDRINUSE' ? `Port ${port} is in use: ${advice}` : message)
  process.exit(1)
}

function toPort(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Error(`--${option} ${text}: give a number from 0 to 65535.`)
  return Number(text)
}
