import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanEnvironment } from '@seam-acs/runner/clean-environment'
import { pnpm } from '@seam-acs/runner/command'
import { commit, copyRepository, git } from '../copy-repository.ts'
import { growSpec, growth } from './grow-spec.ts'

/** The commands of the README's five steps, in order. */
export function listSteps(readme: string): string[] {
  const [, section = ''] = readme.split(/^## Changing the API in five steps$/m)
  const [steps = ''] = section.split(/^## /m)
  return [...steps.matchAll(/`(npx --yes pnpm@[^`]+)`/g)].map(([, command]) => command!)
}

/** Runs a command line and returns its exit code and its output. */
function run(folder: string, command: string): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: folder, env: cleanEnvironment, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (part) => (output += part))
    child.stderr.on('data', (part) => (output += part))
    child.on('close', (exitCode) => resolve({ exitCode, output }))
  })
}

/** Passes options to `changeset`, which would ask questions in a terminal. */
function withOptions(command: string): string {
  const packages = ['types', 'client', 'mock'].map((name) => `@seam-acs/${name}`).join(',')
  return command.endsWith(' changeset')
    ? `${command} --minor ${packages} --message "Add the people of a system."`
    : command
}

async function grow(): Promise<boolean> {
  const copy = await copyRepository()
  // As in a clone, where `review` looks for its base.
  git(copy, 'update-ref', 'refs/remotes/origin/main', 'main')
  git(copy, 'switch', '--quiet', '--create', 'growth')
  await growSpec(join(copy, 'spec'))
  console.log(`A copy of the spec grew by\n${growth.map((line) => `- ${line}`).join('\n')}\n`)
  const [install, ...steps] = [
    `${pnpm} install --frozen-lockfile`,
    ...listSteps(await readFile(join(copy, 'README.md'), 'utf8')),
    `${pnpm} test`,
  ]
  for (const command of [install!, ...steps]) {
    const start = performance.now()
    const { exitCode, output } = await run(copy, withOptions(command))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${command}`)
    if (exitCode !== 0) {
      console.error(`\n${output.split('\n').slice(-120).join('\n')}\n`)
      console.error(
        `\`${command}\` failed after the spec had grown. The copy is in ${copy}. Fix the code or test that repeats a list from the spec, then run \`${pnpm} test:growth\` again.`,
      )
      return false
    }
    // `review` compares commits.
    if (command.endsWith(' changeset')) commit(copy, 'Grow the spec')
  }
  const changed = git(copy, 'diff', '--name-only', 'main').split('\n')
  const byHand = changed.filter((file) => file && !/^(spec|\.changeset)\/|\.gen\./.test(file))
  if (byHand.length > 0)
    console.error(`The steps changed files that are neither generated nor in spec/: ${byHand.join(', ')}`)
  await rm(copy, { recursive: true })
  return byHand.length === 0
}

if (import.meta.main) process.exitCode = (await grow()) ? 0 : 1
