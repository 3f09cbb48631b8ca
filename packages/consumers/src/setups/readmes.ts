import { readFileSync } from 'node:fs'
import type { Setup } from './setup.ts'

const readmes = ['README.md', 'packages/client/README.md', 'packages/mock/README.md', 'packages/types/README.md']

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')

/** The code blocks of some languages, from top to bottom. */
const listBlocks = (markdown: string, languages: RegExp) =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .map(([, language, code]) => ({ language: language!, code: code! }))
    .filter(({ language }) => languages.test(language))

/** The example of a README that has a text. */
export const findExample = (path: string, text: string): string =>
  listBlocks(read(path), /^[jt]s$/).find(({ code }) => code.includes(text))!.code

const examples = Object.fromEntries(
  readmes
    .flatMap((path) => listBlocks(read(path), /^[jt]s$/))
    .map(({ language, code }, index) => {
      const format = code.includes('require(') ? 'c' : 'm'
      const kind = /^test\(/m.test(code) ? '.test' : ''
      return [`example-${index}${kind}.${format}${language}`, code]
    }),
)

/** The command that the mock's README gives, with any free port. */
const mockCommand = listBlocks(read('packages/mock/README.md'), /^sh$/).find(({ code }) => code.startsWith('npx '))!
const flags = mockCommand.code.replace('4100', '0').trim().split(' ').slice(2)

/** Runs each example against the mock's server, which the README's command starts. */
const runExamples = `import { execFileSync, spawn } from 'node:child_process'
const mock = spawn(process.execPath, ['../node_modules/@seam-acs/mock/dist/bin.js', ...${JSON.stringify(flags)}])
let printed = ''
const variables = await new Promise((resolve, reject) => {
  mock.on('exit', (code) => reject(new Error('the mock ended with ' + code + ': ' + printed)))
  mock.stderr.on('data', (part) => (printed += part))
  mock.stdout.on('data', (part) => {
    printed += part
    const found = /^  (SEAM_ENDPOINT=.*)$/m.exec(printed)
    if (found) resolve(Object.fromEntries(found[1].split(' ').map((each) => each.split('='))))
  })
})
try {
  for (const file of process.argv.slice(2))
    execFileSync(process.execPath, [file], { env: { ...process.env, ...variables }, encoding: 'utf8' })
} finally {
  mock.removeAllListeners('exit')
  mock.kill()
}
`

const compilerOptions = {
  exactOptionalPropertyTypes: true,
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'nodenext',
  noEmit: true,
  strict: true,
  target: 'es2022',
  types: ['node'],
}

const listExamples = (kind: RegExp) => Object.keys(examples).filter((file) => kind.test(file))

export const readmeSetups: Setup[] = [
  {
    name: 'The examples of the READMEs',
    packages: ['@types/node', 'jest', 'msw', 'typescript', 'undici', 'vitest'],
    files: {
      ...examples,
      'package.json': '{}',
      'run-examples.mjs': runExamples,
      'tsconfig.json': JSON.stringify({
        compilerOptions,
        files: listExamples(/ts$/),
      }),
    },
    commands: [
      ['typescript/bin/tsc'],
      ['node', 'run-examples.mjs', ...listExamples(/^[^.]*\.m.s$/)],
      ['vitest/vitest.mjs', 'run', ...listExamples(/test\.m.s$/)],
      ['jest/bin/jest.js', '--runTestsByPath', ...listExamples(/test\.c.s$/)],
    ],
    shows: `${Object.keys(examples).length} examples run, and those in TypeScript compile`,
  },
]
