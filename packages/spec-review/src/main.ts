import { parseArgs } from 'node:util'
import { pnpm } from '@seam-acs/runner/command'
import { causeOf, Failure } from './failure.ts'
import { render, type Format } from './render/render.ts'
import type { Report } from './report.ts'
import { reviewFiles, reviewRepository } from './review.ts'

const usage = `Use \`${pnpm} review [base] [--format json|html|markdown]\`, or \`--base-file A --head-file B\` for two documents.`
const formats = ['html', 'json', 'markdown'] satisfies Format[]

interface Command {
  format: Format
  run: () => Promise<Report>
}

function readCommand(args: string[]): Command {
  const { values, positionals } = parseCommandLine(args)
  const { format = 'markdown', 'base-file': baseFile, 'head-file': headFile } = values
  const known = formats.find((name) => name === format)
  if (!known) throw new Failure(`There is no format \`${format}\`. ${usage}`)
  const [revision, ...more] = positionals
  const areFiles = baseFile !== undefined && headFile !== undefined
  if (more.length > 0 || (areFiles ? revision !== undefined : baseFile !== headFile)) throw new Failure(usage)
  const run = areFiles ? () => reviewFiles(baseFile, headFile) : () => reviewRepository(process.cwd(), revision)
  return { format: known, run }
}

function parseCommandLine(args: string[]) {
  try {
    const options = {
      format: { type: 'string' },
      'base-file': { type: 'string' },
      'head-file': { type: 'string' },
    } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Failure(`${causeOf(error)}. ${usage}`)
  }
}

try {
  const { format, run } = readCommand(process.argv.slice(2))
  const report = await run()
  process.stdout.write(render(report, format))
  // A pipe can hold less than a report: the exit code waits until it is written.
  process.exitCode = report.gate.passes ? 0 : 1
} catch (error) {
  process.exitCode = 2
  console.error(
    error instanceof Failure
      ? error.message
      : `The review failed, which is a defect of packages/spec-review: ${causeOf(error)}.`,
  )
}
