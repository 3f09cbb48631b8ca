import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { renderOperations, renderVersion } from '@seam-acs/codegen/client'
import { renderTypes } from '@seam-acs/codegen/types'
import { renderValidators } from '@seam-acs/codegen/validators'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { afterAll } from 'vitest'

const source = fileURLToPath(new URL('../../src', import.meta.url))

/** The source of this package, generated for another contract, in a folder for all tests of a file. */
export async function generateClient(contract: OpenApiDocument): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'seam-acs-client-'))
  afterAll(() => rm(directory, { recursive: true }))
  const types = join(directory, 'node_modules/@seam-acs/types')
  await Promise.all([cp(source, join(directory, 'src'), { recursive: true }), mkdir(types, { recursive: true })])
  await Promise.all([
    writeFile(join(types, 'package.json'), '{ "name": "@seam-acs/types", "types": "index.d.ts" }'),
    writeFile(join(types, 'index.d.ts'), renderTypes(contract)),
    writeFile(join(directory, 'package.json'), '{ "type": "module" }'),
    writeFile(join(directory, 'src/operations.gen.ts'), renderOperations(contract)),
    writeFile(join(directory, 'src/version.gen.ts'), renderVersion(contract)),
    writeFile(join(directory, 'src/validation/validators.gen.ts'), renderValidators(contract)),
  ])
  return directory
}
