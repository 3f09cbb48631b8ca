import type { Without } from './setup.ts'

interface Program {
  /** Lines before the suite, such as imports. */
  before?: string
  /** Lines after it. */
  after?: string
  /** Further options of the suite as code, such as `fetch`. */
  options?: string
  without?: Without
}

const entries = {
  client: '@seam-acs/client',
  pathClient: '@seam-acs/client/openapi-fetch',
  validation: '@seam-acs/client/validator',
  mock: '@seam-acs/mock',
  contract: '@seam-acs/mock/contract',
}

/** The call of the suite, with a fetch and no network if `options` says so. */
export const callSuite = ({ options = 'endpoint', without }: Program): string =>
  `runSuite({ ${Object.keys(entries).join(', ')} }, { cases, mockResult, runMock, ${options}, without: ${JSON.stringify(without?.rows ?? [])} })`

/** The options of a suite that needs no network. */
export const inProcess = 'fetch: createFetch(createResponder(cases))'

const print = (result: string) => `console.log('SUITE ' + JSON.stringify(${result}))`

const names = '{ createFetch, createResponder, runMock, runSuite }'

/** The imports of all entries, of the suite and of its cases. */
export const esmImports: string = [
  ...Object.entries(entries).map(([name, entry]) => `import * as ${name} from '${entry}'`),
  `import ${names} from './suite.mjs'`,
  "import { cases, endpoint, mockResult } from './cases.mjs'",
].join('\n')

export const cjsImports: string = [
  ...Object.entries(entries).map(([name, entry]) => `const ${name} = require('${entry}')`),
  `const ${names} = require('./suite.cjs')`,
  "const { cases, endpoint, mockResult } = require('./cases.cjs')",
].join('\n')

/** A program that prints the suite's result. */
export const esmProgram = (program: Program = {}): string =>
  [esmImports, program.before, print(`await ${callSuite(program)}`), program.after].filter(Boolean).join('\n')

export const cjsProgram = (program: Program = {}): string =>
  [cjsImports, program.before, `${callSuite(program)}.then((result) => ${print('result')})`].filter(Boolean).join('\n')

/** A test of jest or vitest, both of which have `test` and `expect`. */
export const suiteTest = (program: Program & { imports: string }): string =>
  [
    program.imports,
    program.before,
    `test('the suite passes', async () => {
  const result = await ${callSuite(program)}
  ${print('result')}
  expect(result.failures).toEqual([])
})`,
  ]
    .filter(Boolean)
    .join('\n')
