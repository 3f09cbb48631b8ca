import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderOperations } from '@seam-acs/codegen/client'
import { renderTypes } from '@seam-acs/codegen/types'
import { renderValidators } from '@seam-acs/codegen/validators'
import type { Json } from '../src/recording.ts'

const { post } = contract.paths['/acs/credentials/create']
const update = { post: { ...post, operationId: 'acs_credentials_update', summary: 'Update a credential' } }
const document = {
  ...contract,
  paths: { ...contract.paths, '/acs/credentials/update': update },
  components: { ...contract.components, schemas: withNewProperty(contract.components.schemas) },
}

/** The schemas, each object of which has one more property; one with `patternProperties` is a dictionary. */
function withNewProperty(schemas: Json): Json {
  const { create_acs_credential_response: response, ...others } = structuredClone(schemas)
  for (const { properties, patternProperties } of Object.values<Json>(others)) {
    if (properties && !patternProperties) properties.unheard_of = { type: 'string' }
  }
  return { ...others, create_acs_credential_response: response }
}

const packages = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

/** The client as it would be built from a spec with a second operation and new properties, with no other change. */
beforeAll(async () => {
  // Outside any node_modules, from which TypeScript emits nothing, and with the client's own.
  folder = await realpath(await mkdtemp(join(tmpdir(), 'seam-acs-second-operation-')))
  await symlink(join(packages, 'client/node_modules'), join(folder, 'node_modules'), 'junction')
  await cp(join(packages, 'client/package.json'), join(folder, 'package.json'))
  await cp(join(packages, 'client/src'), join(folder, 'src'), { recursive: true })
  await writeFile(join(folder, 'src/operations.gen.ts'), renderOperations(document))
  await writeFile(join(folder, 'src/validators.gen.ts'), renderValidators(document))
  await writeFile(join(folder, 'types.ts'), await renderTypes(document))
})

afterAll(() => rm(folder, { recursive: true }))

test('a second operation has a typed method, function, result and path, and works', async () => {
  const program = join(folder, 'src/program.ts')
  await writeFile(
    program,
    `import { acsCredentialsUpdate, createSeamClient, Seam, type AcsCredential, type AcsCredentialsUpdateResult } from './index.ts'
const fetch = async (url: string) => Response.json({ acs_credential: { display_name: url }, ok: true })
const body = { access_method: 'code', acs_user_id: '' } as const
const settings = { apiKey: 'seam_key', fetch }
const seam = new Seam(settings)
export const credential: AcsCredential & { unheard_of?: string } = await seam.acs.credentials.update(body)
export const result: AcsCredentialsUpdateResult = await acsCredentialsUpdate(createSeamClient(settings), body).asResult()
export const { data } = await seam.fetchClient.POST('/acs/credentials/update', { body })
// @ts-expect-error an owner is missing
export const wrong = () => seam.acs.credentials.update({ access_method: 'code' })
`,
  )
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(packages, 'client/tsconfig.build.json'), ts.sys.readFile).config,
    ts.sys,
    join(packages, 'client'),
  )
  const compiled = ts.createProgram([program], {
    ...options,
    rootDir: folder,
    outDir: join(folder, 'dist'),
    paths: { '@seam-acs/types': [join(folder, 'types.ts')] },
  })
  expect(ts.getPreEmitDiagnostics(compiled).map(({ messageText }) => messageText)).toEqual([])
  compiled.emit()
  const { credential, result, data } = await import(pathToFileURL(join(folder, 'dist/src/program.js')).href)
  const url = 'https://connect.getseam.com/acs/credentials/update'
  for (const answer of [credential, result.data, data.acs_credential]) expect(answer).toEqual({ display_name: url })
})

test('a second operation has its documentation at the method', async () => {
  const source = await readFile(join(folder, 'src/operations.gen.ts'), 'utf8')
  expect(source).toMatch(/\* `POST \/acs\/credentials\/update`\n(?: +\*.*\n)+ +update\(body/)
})
