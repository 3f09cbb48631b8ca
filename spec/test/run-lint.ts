import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const specFolder = fileURLToPath(new URL('..', import.meta.url))

const command = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))
const buildLint = fileURLToPath(new URL('../lint/lint-spec.ts', import.meta.url))
const config = fileURLToPath(new URL('../redocly.yaml', import.meta.url))

// Otherwise the command may ask the registry for its newest version or color its output.
const environment = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }

export interface LintRun {
  exitCode: number
  output: string
}

/** Runs the real `redocly lint` with the real redocly.yaml on files in a folder. */
export const runLint = (folder: string, files: string[], options: string[] = []): Promise<LintRun> =>
  run(folder, [command, 'lint', ...files, '--config', config, '--max-problems', '1000', ...options])

/** Runs what `pnpm build` runs on the spec in a folder. */
export const runBuildLint = (folder: string): Promise<LintRun> => run(folder, [buildLint])

const run = (folder: string, words: string[]): Promise<LintRun> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, words, options, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })

/** `rule file:line` for each error that a run with `--format=github-actions` printed. */
export const listErrors = (output: string): string[] =>
  [...output.matchAll(/^::error title=([^,]+),file=([^,]+),line=(\d+)/gm)].map(
    ([, rule, file, line]) => `${rule} ${file}:${line}`,
  )
