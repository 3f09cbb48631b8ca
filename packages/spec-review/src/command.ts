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

function readCommand(directory: string, args: string[]): Command {
  const { values, positionals } = parseCommandLine(args)
  const { format = 'markdown', 'base-file': baseFile, 'head-file': headFile } = values
  const known = formats.find((name) => name === format)
  if (!known) throw new Failure(`There is no format \`${format}\`. ${usage}`)
  const [revision, ...more] = positionals
  const areFiles = baseFile !== undefined && headFile !== undefined
  if (more.length > 0 || (areFiles ? revision !== undefined : baseFile !== headFile)) throw new Failure(usage)
  const run = areFiles ? () => reviewFiles(directory, baseFile, headFile) : () => reviewRepository(directory, revision)
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

/** What a program has to print and to end with. */
export interface Outcome {
  output: string
  errors: string
  exitCode: 0 | 1 | 2
}

/** Reviews what the words of the command line say, in a directory. */
export async function runCommand(directory: string, args: string[]): Promise<Outcome> {
  try {
    const { format, run } = readCommand(directory, args)
    const report = await run()
    return { output: render(report, format), errors: '', exitCode: report.gate.passes ? 0 : 1 }
  } catch (error) {
    const message =
      error instanceof Failure
        ? error.message
        : `The review failed, which is a defect of packages/spec-review: ${causeOf(error)}.`
    return { output: '', errors: `${message}\n`, exitCode: 2 }
  }
}
