import { runCommand } from './command.ts'

const { output, errors, exitCode } = await runCommand(process.cwd(), process.argv.slice(2))
process.stdout.write(output)
process.stderr.write(errors)
// A pipe can hold less than a report: the exit code waits until it is written.
process.exitCode = exitCode
