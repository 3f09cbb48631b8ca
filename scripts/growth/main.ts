import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { commit, copyRepository, git } from '../copy-repository.ts'
import { run } from '../run.ts'
import { growSpec, growth } from './grow-spec.ts'

/** The commands of the README's five steps, in order. */
function listSteps(readme: string): string[] {
  const [, section = ''] = readme.split(/^## Changing the API in five steps$/m)
  const [steps = ''] = section.split(/^## /m)
  return listCommands(steps)
}

/** The commands of the spec's recipe for an operation. */
function listRecipe(readme: string): string[] {
  const recipe = readme.split('\n').find((line) => line.startsWith('**Add an operation.**'))
  return listCommands(recipe ?? '')
}

function listCommands(text: string): string[] {
  return [...text.matchAll(/`(npx --yes pnpm@[^`]+)`/g)].map(([, command]) => command!)
}

/** Passes options to `changeset`, which would ask questions in a terminal. */
function withOptions(command: string): string {
  const packages = ['types', 'client', 'mock'].map((name) => `@seam-acs/${name}`).join(',')
  return command.endsWith(' changeset')
    ? `${command} --minor ${packages} --message "Add the people of a system."`
    : command
}

/** Runs a command line and prints whether it passed. Returns false if it failed. */
async function runStep(copy: string, command: string): Promise<boolean> {
  const start = performance.now()
  const failure = await run(copy, command).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${failure === undefined ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${command}`)
  if (failure === undefined) return true
  console.error(
    `\n${failure}\n\n\`${command}\` failed while the spec grew. The copy is in ${copy}. Fix the code or test that repeats a list from the spec, then run \`${pnpm} test:growth\` again.`,
  )
  return false
}

async function grow(): Promise<boolean> {
  const copy = await copyRepository()
  // As in a clone, where `review` looks for its base.
  git(copy, 'update-ref', 'refs/remotes/origin/main', 'main')
  git(copy, 'switch', '--quiet', '--create', 'growth')
  const recipe = listRecipe(await readFile(join(copy, 'spec/README.md'), 'utf8'))
  const steps = listSteps(await readFile(join(copy, 'README.md'), 'utf8'))
  for (const command of [`${pnpm} install --frozen-lockfile`, ...recipe])
    if (!(await runStep(copy, command))) return false
  await growSpec(join(copy, 'spec'))
  console.log(`A copy of the spec grew by\n${growth.map((line) => `- ${line}`).join('\n')}\n`)
  for (const command of [...steps, `${pnpm} test`]) {
    if (!(await runStep(copy, withOptions(command)))) return false
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
