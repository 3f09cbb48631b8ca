import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toHar } from '@seam-acs/recorder/har'
import type { RecordingFile } from '@seam-acs/recorder/recording'
import { readOperations, type Json } from '@seam-acs/spec/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isHeld } from '../src/check.ts'
import { contract } from '../src/contract.ts'
import { recordings as all } from '../src/recordings.ts'
import { recordFigure } from './figures/record-figure.ts'

/*
 * `redocly drift` reads the OpenAPI document itself, which our checks do in their own way: it finds the operation by
 * server, path and method, and checks the bodies of requests (unless they are rejected) and responses under the published,
 * open schemas, with the formats of ajv-formats. It does not see an undeclared property, a status or a content type that
 * the spec lacks, an undocumented header of a response, or an empty response. Its rule on security is left out, because no
 * recording holds a key.
 */
const rules = 'schema-consistency,undocumented-endpoint'
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/package.json')).replace('package.json', 'bin/cli.js')
const bundle = fileURLToPath(import.meta.resolve('@seam-acs/spec'))

const operations = new Set(readOperations(contract).map(({ method, path }) => `${method} ${path}`))
const recordings = all.filter(
  ({ recording }) => operations.has(`${recording.request.method} ${recording.request.path}`) && isHeld(recording),
)
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'seam-acs-drift-'))))
afterAll(() => rm(folder, { recursive: true }))

async function findDrift(exchanges: RecordingFile[]) {
  const traffic = join(folder, 'recordings.har')
  await writeFile(traffic, JSON.stringify(toHar(contract, exchanges)))
  const options = [traffic, '--api', bundle, '--rules', rules, '--format', 'json']
  const { status, stdout, stderr } = spawnSync(process.execPath, [redocly, 'drift', ...options], { encoding: 'utf8' })
  expect(stdout, stderr).toMatch(/^\{/)
  const report: Json = JSON.parse(stdout)
  const problems = report.problems.map(
    ({ exchangeIndex, message }: Json) => `${exchanges[exchangeIndex]!.file}: ${message}`,
  )
  return { status, problems, documented: report.run.documentedExchanges }
}

test('redocly drift finds every recording of an operation in the spec, and no problem in it', async () => {
  expect(await findDrift(recordings)).toEqual({ status: 0, problems: [], documented: recordings.length })
  recordFigure('recordings accepted by redocly drift', `${recordings.length} of ${recordings.length}`)
})

test('redocly drift rejects an altered recording', async () => {
  const card = recordings.find(({ file }) => file.endsWith('/200-card.json'))!
  const alter = (file: string, change: (recording: Json) => void) => {
    const { recording } = structuredClone(card)
    change(recording)
    return { file, recording }
  }
  const { status, problems } = await findDrift([
    card,
    alter('enum', ({ request }) => (request.body.access_method = 'key')),
    alter('owner', ({ request }) => delete request.body.acs_user_id),
    alter('type', ({ response }) => (response.body.acs_credential.is_issued = 'yes')),
    alter('format', ({ response }) => (response.body.acs_credential.created_at = 'yesterday')),
    alter('required', ({ response }) => delete response.body.ok),
    alter('path', ({ request }) => (request.path = '/acs/credentials')),
  ])
  expect(status).toBe(1)
  for (const name of ['enum', 'owner', 'type', 'format', 'required', 'path']) {
    expect(problems).toContainEqual(expect.stringMatching(`^${name}: `))
  }
  expect(problems).not.toContainEqual(expect.stringContaining(card.file))
})
