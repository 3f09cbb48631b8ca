import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createLinter, findProblems, formatProblem, selectCauses, type Linter } from '../lint/problems.ts'

export const specFolder = fileURLToPath(new URL('..', import.meta.url))

const buildProgram = fileURLToPath(new URL('../lint/build-spec.ts', import.meta.url))

/** `rule file:line` for each problem of the spec in a folder. */
export const listErrors = async (folder: string, linter: Linter): Promise<string[]> => {
  const problems = await findProblems(folder, linter)
  return problems.map(({ rule, file, line }) => `${rule} ${file}:${line}`)
}

/** What `pnpm build` prints of the problems of the spec in a folder. */
export const printProblems = async (folder: string): Promise<string> =>
  selectCauses(await findProblems(folder, await createLinter()))
    .map(formatProblem)
    .join('\n\n')

/** Runs what `pnpm build` runs on the spec in a folder. */
export const runBuild = (folder: string): Promise<{ exitCode: number; output: string }> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }
    const child = execFile(process.execPath, [buildProgram], options, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })
