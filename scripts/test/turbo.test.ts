import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyRepository, git } from '../copy-repository.ts'
import { repository } from '../repository-files.ts'

interface Task {
  taskId: string
  command: string
  hash: string
  resolvedTaskDefinition: { cache: boolean }
}

const verbs = ['build', 'typecheck', 'package:check', 'test']
const copy = await copyRepository()
afterAll(() => rm(copy, { recursive: true }))

/** The tasks that turbo can take from its cache, each with the hash of its inputs. */
function hashTasks(variables: Record<string, string> = {}): Map<string, string> {
  const turbo = join(repository, 'node_modules/turbo/bin/turbo')
  const plan = execFileSync(process.execPath, [turbo, 'run', ...verbs, '--dry=json', `--cwd=${copy}`], {
    encoding: 'utf8',
    env: { ...process.env, ...variables },
    maxBuffer: 2 ** 26,
    stdio: 'pipe',
  })
  const { tasks }: { tasks: Task[] } = JSON.parse(plan)
  return new Map(
    tasks
      .filter(({ command, resolvedTaskDefinition }) => command !== '<NONEXISTENT>' && resolvedTaskDefinition.cache)
      .map(({ taskId, hash }) => [taskId.replace('@seam-acs/', ''), hash]),
  )
}

const before = hashTasks()

function listChanged(after: Map<string, string>): string[] {
  return [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task)
}

/** The tasks that run after a line is added to a file. */
async function listTasksAfterEdit(file: string): Promise<string[]> {
  const path = join(copy, file)
  const text = await readFile(path, 'utf8')
  await writeFile(path, `${text}\n`)
  const changed = listChanged(hashTasks())
  await writeFile(path, text)
  return changed.toSorted()
}

const ofPackage = (name: string, ...tasks: string[]) => tasks.map((task) => `${name}#${task}`)

test.each<[kind: string, file: string, tasks: string[]]>([
  ['a test', 'spec/test/lint.test.ts', ofPackage('spec', 'test', 'typecheck')],
  ['a README of a private package', 'packages/recorder/README.md', ofPackage('recorder', 'test')],
  [
    'a README that users read',
    'packages/mock/README.md',
    [
      ...ofPackage('consumers', 'package:check', 'test'),
      'contract-tests#test',
      ...ofPackage('mock', 'package:check', 'test'),
    ],
  ],
  ['a benchmark', 'packages/mock/bench/bench.ts', ofPackage('mock', 'package:check', 'test', 'typecheck')],
  [
    'a component of the reference',
    'packages/docs/src/components/Markdown.astro',
    [
      ...['bench', 'dev'].flatMap((name) => ofPackage(name, 'test', 'typecheck')),
      ...ofPackage('docs', 'build', 'test', 'typecheck'),
    ],
  ],
  ['a script', 'scripts/sync-version.ts', ofPackage('scripts', 'test', 'typecheck')],
  ['a workflow', '.github/workflows/ci.yml', ['scripts#test', 'spec-review#test']],
  ['a decision', 'decisions/client.md', []],
])('after an edit of %s, turbo runs only what reads it', async (_, file, tasks) => {
  expect(await listTasksAfterEdit(file)).toEqual(tasks.toSorted())
})

/** Files that a package exports although its build does not read them, each with the packages that import it. */
const exportedHelpers = git(copy, 'ls-files', '*package.json')
  .split('\n')
  .filter((path) => path.includes('/'))
  .flatMap((path) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(copy, path), 'utf8'))
    return Object.entries<string>(exports)
      .filter(([, target]) => /^\.\/(bench|test)\//.test(target))
      .map(([entry, target]): [file: string, users: string[]] => {
        const imported = `from '${name}${entry.slice(1)}'`
        const files = git(copy, 'grep', '--name-only', '--fixed-strings', imported, '--', '*.ts').trim().split('\n')
        const users = files.map((file) => /^(?:packages\/)?([^/]+)/.exec(file)![1]!)
        return [join(path, '..', target), [...new Set(users)]]
      })
  })

test.each(exportedHelpers)(
  'after an edit of %s, turbo runs the tests of the packages that import it',
  async (...[file, users]) => {
    const tasks = users.flatMap((user) => ofPackage(user, 'test', 'typecheck'))
    expect(await listTasksAfterEdit(file)).toEqual(expect.arrayContaining(tasks))
  },
)

const { tasks: settings }: { tasks: Record<string, { dependsOn?: string[] }> } = JSON.parse(
  readFileSync(join(copy, 'turbo.json'), 'utf8'),
)
/** Builds that do not wait for all packages that theirs depends on, each with the packages they leave out. */
const earlyBuilds = Object.entries(settings)
  .filter(([task, { dependsOn = [] }]) => task.endsWith('#build') && !dependsOn.includes('^build'))
  .map(([task, { dependsOn = [] }]): [folder: string, leftOut: string[]] => {
    const folder = task.replace(/^@seam-acs\/(.*)#build$/, 'packages/$1')
    const manifest = JSON.parse(readFileSync(join(copy, folder, 'package.json'), 'utf8'))
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    const isLeftOut = (name: string) => name.startsWith('@seam-acs/') && !dependsOn.includes(`${name}#build`)
    return [folder, packages.filter(isLeftOut)]
  })

test.each(earlyBuilds)('the build of %s does not read the packages that it does not wait for', (folder, leftOut) => {
  const files = git(copy, 'ls-files', `${folder}/src`).trim().split('\n')
  const sources = files.map((file) => readFileSync(join(copy, file), 'utf8'))
  expect(leftOut.filter((name) => sources.some((source) => source.includes(name)))).toEqual([])
})

test('after an edit of the spec, turbo builds everything that is made from it', async () => {
  const tasks = await listTasksAfterEdit('spec/openapi.yaml')
  expect(tasks).toEqual(
    expect.arrayContaining(['spec#build', 'types#build', 'client#build', 'mock#build', 'docs#build']),
  )
})

test('the reference is built again for another document, and for other content of the same document', () => {
  const environments = ['first', 'second'].map((DOCS_DOCUMENT_HASH) => ({
    DOCS_DOCUMENT: '/a.json',
    DOCS_DOCUMENT_HASH,
  }))
  const [first, second] = environments.map((variables) => hashTasks(variables).get('docs#build'))
  expect(new Set([before.get('docs#build'), first, second]).size).toBe(3)
})
