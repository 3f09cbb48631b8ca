import { cjsImports, esmImports, inProcess, suiteTest } from './programs.ts'
import type { Setup, Without } from './setup.ts'

const inJsdom: Without = { rows: ['refused'], reason: 'it needs a network' }

const tsconfig = { compilerOptions: { esModuleInterop: true, strict: true, target: 'es2022' } }

/** The suite has no declarations. */
const untyped = `declare module '*.cjs'\n`

const jestTypescript = suiteTest({
  imports: `${cjsImports
    .replace(/^const (\w+) = require\('(@seam-acs[^']+)'\)/gm, "import * as $1 from '$2'")
    .replace(/^const (\{[^}]*\}) = require/gm, 'const $1 = require')}`,
})

export const testRunners: Setup[] = [
  {
    name: 'jest 30 in its default configuration',
    packages: ['jest', 'jest-environment-jsdom'],
    files: { 'suite.test.js': suiteTest({ imports: cjsImports }), 'package.json': '{}' },
    commands: [['jest/bin/jest.js']],
    isQuick: true,
  },
  {
    // The jsdom of jest itself has neither `fetch` nor `Response`.
    name: 'jest 30 with jest-fixed-jsdom',
    packages: ['jest', 'jest-environment-jsdom', 'jest-fixed-jsdom'],
    files: {
      'suite.test.js': suiteTest({ imports: cjsImports, options: inProcess, without: inJsdom }),
      'package.json': '{}',
    },
    commands: [['jest/bin/jest.js', '--env=jest-fixed-jsdom']],
    without: inJsdom,
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
