import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
const m = async (c) =>
  gzipSync(
    (
      await build({
        bundle: true,
        format: 'esm',
        minify: true,
        stdin: { contents: c, resolveDir: process.cwd() },
        target: 'es2022',
        write: false,
      })
    ).outputFiles[0].contents,
    { level: 9 },
  ).length
console.log(
  await m(
    "import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",
  ),
  await m(`
    import { Seam } from '@seam-acs/client'
    import { validator } from '@seam-acs/client/validator'
    export const go = (body) => new Seam({ validate: 'both', validator }).acs.credentials.create(body)`),
  await m(`
    import { createFetchClient } from '@seam-acs/client/openapi-fetch'
    export const go = (body) => createFetchClient().POST('/acs/credentials/create', { body })`),
  await m(
    "import { acsCredentialsCreate, createSeamClient } from '@seam-acs/client'\n    export const go = (body) => acsCredentialsCreate(createSeamClient(), body)",
  ),
  await m("export * from './dist/operations.gen.js'"),
  await m("import { Seam } from '@seam-acs/client'"),
)
