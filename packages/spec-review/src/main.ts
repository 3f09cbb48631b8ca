import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// The bundler and the compiler are megabytes, which take longer to read than most documents.
enableCompileCache()
// A review ends before code that the optimizing compiler has made is worth its making: a sixth of the processor time.
setFlagsFromString('--no-opt')
const { runCommand } = await import('./command.ts')

const { output, errors, exitCode } = await runCommand(process.cwd(), process.argv.slice(2))
process.stdout.write(output)
process.stderr.write(errors)
// A pipe can hold less than a report: the exit code waits until it is written.
process.exitCode = exitCode
