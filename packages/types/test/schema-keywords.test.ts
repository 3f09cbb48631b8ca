import { renderTypes } from '@seam-acs/codegen/types'
import { pascalCase } from '@seam-acs/spec/model'
import { createSampleContract, samples } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'

test('the type of each keyword that lint allows accepts a valid value, and no value that is not JSON', () => {
  const lines = samples.flatMap(([name, { valid }]) => [
    `const valid_${name}: Types.${pascalCase(`${name}_request`)} = { value: ${JSON.stringify(valid)} }`,
    '// @ts-expect-error -- a symbol is not JSON, so only `unknown` would accept it',
    `const wrong_${name}: Types.${pascalCase(`${name}_request`)} = { value: Symbol('wrong') }`,
  ])
  const program = ["import type * as Types from '@seam-acs/types'", ...lines].join('\n')
  expect(compile(program, renderTypes(createSampleContract()))).toEqual([])
})
