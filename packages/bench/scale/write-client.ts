import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles } from '@seam-acs/codegen/generated-files'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { packageOf } from './package-of.ts'

/** The compiler's settings, as strict as those of this repository. */
const configuration = {
  compilerOptions: {
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    noEmit: true,
    noUncheckedIndexedAccess: true,
    strict: true,
    target: 'es2022',
    types: [],
  },
  include: ['*.ts', 'src', 'node_modules/@seam-acs/types'],
}

/** Writes the client's source and types for a document into a new folder, as a TypeScript project of its own. */
export async function writeClient(document: OpenApiDocument, folder: string): Promise<void> {
  const types = join(folder, 'node_modules/@seam-acs/types')
  await mkdir(types, { recursive: true })
  await cp(join(packageOf('@seam-acs/client'), 'src'), join(folder, 'src'), { recursive: true })
  await symlink(packageOf('openapi-fetch'), join(folder, 'node_modules/openapi-fetch'), 'junction')
  await writeFile(join(types, 'package.json'), '{ "name": "@seam-acs/types", "types": "index.d.ts" }')
  await writeFile(join(types, 'index.d.ts'), await generatedFiles.types['src/index.gen.ts'](document))
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }')
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
  for (const [file, render] of Object.entries(generatedFiles.client)) {
    await writeFile(join(folder, file), render(document))
  }
}
