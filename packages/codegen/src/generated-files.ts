import type { OpenApiDocument } from '@seam-acs/spec/model'
import { renderOperations, renderVersion } from './client/render-operations.ts'
import { renderMockContract } from './mock/render-mock-contract.ts'
import { renderTypes } from './types/render-types.ts'
import { renderValidators } from './validators/render-validators.ts'

/** Renders the text of a generated file. */
export type Render = (contract: OpenApiDocument) => string | Promise<string>

/** The generated files of each package, by path. */
export const generatedFiles = {
  client: {
    'src/operations.gen.ts': renderOperations,
    'src/validation/validators.gen.ts': renderValidators,
    'src/version.gen.ts': renderVersion,
  },
  mock: { 'src/contract.gen.ts': renderMockContract },
  types: { 'src/index.gen.ts': renderTypes },
} satisfies Record<string, Record<string, Render>>
