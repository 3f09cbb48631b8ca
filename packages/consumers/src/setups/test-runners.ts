import { cjsImports, esmImports, inProcess, suiteTest } from './programs.ts'
import type { Setup, Without } from './setup.ts'

const inJsdom: Without = { rows: ['refused'], reason: 'it needs a network' }

/** Like jsdom itself, jest-fixed-jsdom has no `CompressionStream`, which a request to the mock needs. */
const inFixedJsdom: Without = {
  rows: ['refused', 'every response of the mock'],
  reason: 'they need a network and a `CompressionStream`',
}

const tsconfig = { compilerOptions: { esModuleInterop: true, strict: true, target: 'es2022' } }

/** The suite has no declarations. */
const untyped = `declare module '*.cjs'\n`

const jestTypescript = suiteTest({
  imports: `${cjsImports
    .replace(/^const (\w+) = require\('(@seam-acs[^']+)'\)/gm, "import * as $1 from '$2'")
    .replace(/^const (\{[^}]*\}) = require/gm, 'const $1 = require')}`,
})

const callInJsdom = `const { Seam, SeamApiError } = require('@seam-acs/client')
const { validator } = require('@seam-acs/client/validator')
const connect = (status, body) => {
  const response = { ok: status === 200, status, headers: { get: () => null }, text: async () => JSON.stringify(body) }
  return new Seam({ apiKey: 'seam_test_key', fetch: async () => response, validate: 'request', validator })
}
const body = { access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }
test('the environment has none of them', () => {
  expect([typeof Response, typeof TextDecoder, typeof fetch]).toEqual(['undefined', 'undefined', 'undefined'])
})
test('a call succeeds', async () => {
  const credential = { display_name: '🔑' }
  expect(await connect(200, { ok: true, acs_credential: credential }).acs.credentials.create(body)).toEqual(credential)
})
test('a call fails with the error of the API', async () => {
  const error = { type: 'invalid_input', message: 'No', request_id: '1' }
  await expect(connect(400, { ok: false, error }).acs.credentials.create(body)).rejects.toThrow(SeamApiError)
})
`

export const testRunners: Setup[] = [
  {
    name: 'jest 30 in its default configuration',
    packages: ['jest', 'jest-environment-jsdom'],
    files: { 'suite.test.js': suiteTest({ imports: cjsImports }), 'package.json': '{}' },
    commands: [['jest/bin/jest.js']],
    isQuick: true,
  },
  {
    name: 'jest 30 with jsdom, named calls only',
    packages: ['jest', 'jest-environment-jsdom', 'jest-fixed-jsdom'],
    files: { 'call.test.js': callInJsdom, 'package.json': '{}' },
    commands: [['jest/bin/jest.js', '--env=jsdom']],
    shows: 'named calls need no `Response`, `TextDecoder` or `fetch` of the environment',
  },
  {
    // The jsdom of jest itself has neither `fetch` nor `Response`, which the mock and the path client need.
    name: 'jest 30 with jest-fixed-jsdom',
    packages: ['jest', 'jest-environment-jsdom', 'jest-fixed-jsdom'],
    files: {
      'suite.test.js': suiteTest({ imports: cjsImports, options: inProcess, without: inFixedJsdom }),
      'package.json': '{}',
    },
    commands: [['jest/bin/jest.js', '--env=jest-fixed-jsdom']],
    without: inFixedJsdom,
  },
  {
    name: 'jest 30 with ts-jest',
    packages: ['@types/jest', '@types/node', 'jest', 'ts-jest', 'typescript'],
    files: {
      'suite.test.ts': jestTypescript,
      'untyped.d.ts': untyped,
      'tsconfig.json': JSON.stringify(tsconfig),
      'package.json': JSON.stringify({ jest: { preset: 'ts-jest' } }),
    },
    commands: [['jest/bin/jest.js']],
  },
  {
    name: 'vitest',
    packages: ['jsdom', 'vitest'],
    files: { 'suite.test.mjs': suiteTest({ imports: `import { expect, test } from 'vitest'\n${esmImports}` }) },
    commands: [['vitest/vitest.mjs', 'run']],
  },
  {
    name: 'vitest with jsdom',
    packages: ['jsdom', 'vitest'],
    files: {
      'suite.test.mjs': suiteTest({
        imports: `import { expect, test } from 'vitest'\n${esmImports}`,
        options: inProcess,
        without: inJsdom,
      }),
    },
    commands: [['vitest/vitest.mjs', 'run', '--environment=jsdom']],
    without: inJsdom,
  },
]
