#!/usr/bin/env node
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'
import { renderOperations, renderVersion } from './client/render-operations.ts'
import { writeGenerated } from './generated-file.ts'
import { renderMockContract } from './mock/render-mock-contract.ts'
import { renderTypes } from './types/render-types.ts'
import { renderValidators } from './validators/render-validators.ts'

type Render = (contract: OpenApiDocument) => string | Promise<string>

/** The generated files of each package, by path. */
const files: Record<string, Record<string, Render>> = {
  client: {
    'src/operations.gen.ts': renderOperations,
    'src/validation/validators.gen.ts': renderValidators,
    'src/version.gen.ts': renderVersion,
  },
  mock: { 'src/contract.gen.ts': renderMockContract },
  types: { 'src/index.gen.ts': renderTypes },
}

const [name = ''] = process.argv.slice(2)
if (!Object.hasOwn(files, name)) throw new Error(`codegen ${name}: name one of ${Object.keys(files).join(', ')}.`)
const contract = await readContract()
for (const [file, render] of Object.entries(files[name]!)) {
  await writeGenerated(file, `packages/${name}/${file}`, await render(contract))
}
