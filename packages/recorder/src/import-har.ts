import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { describeRecorded, findOrigin, readEndpoint, type RecordContext } from './context.ts'
import { type FileToWrite, nameFile, readJson, toFileText, writeAll } from './files.ts'
import { fromHar, toHar } from './har.ts'
import { createKnownSchemas } from './known-schemas.ts'
import type { RecordOptions } from './options.ts'
import { RecordError } from './record-error.ts'
import type { RecordingFile } from './recording/recording-files.ts'
import { createReport } from './report.ts'
import type { Exchange } from './recording/recording.ts'
import { redact } from './redact/redact.ts'

const fromHere = (file: string) => resolve(process.env['INIT_CWD'] ?? '.', file)

/** Writes recordings as HAR 1.2. */
export async function exportHar(contract: OpenApiDocument, file: string, recordings: RecordingFile[]): Promise<void> {
  await writeAll([{ path: fromHere(file), content: toHar(contract, recordings) }])
}

/**
 * Reads the exchanges with the endpoint from a HAR file of any tool, redacts them, and shows or writes them.
 *
 * @returns The exit code.
 */
export async function importHar(file: string, options: RecordOptions, context: RecordContext) {
  const { contract, env, folder, print } = context
  const endpoint = readEndpoint(context)
  const origin = findOrigin(endpoint, options)
  const schemas = createKnownSchemas(contract)
  const entries = fromHar(contract, await readHar(file))
  // A browser also records preflight requests, and requests that got no response.
  const chosen = entries.filter(
    ({ host, recording: { request, response } }) =>
      host === endpoint.host && response.status >= 100 && /^(?!OPTIONS$)[A-Z]{3,7}$/.test(request.method),
  )
  if (chosen.length === 0) {
    throw new RecordError(`None of the ${entries.length} entries has the host ${endpoint.host}: set SEAM_ENDPOINT.`)
  }
  print(`${chosen.length} of ${entries.length} entries have the host ${endpoint.host}.`)
  const key = env['SEAM_API_KEY']
  const report = createReport()
  const files: FileToWrite[] = []
  const names: string[] = []
  const toPath = (name: string) => fileURLToPath(new URL(name, folder))
  for (const { at, file: own, recording, secrets } of chosen) {
    const redacted = redact(recording, {
      schemas,
      secrets: key ? [...secrets, key] : secrets,
      at: new Date(at),
      onReplaced: report.add,
    })
    const content = { recorded: describeRecorded(contract, redacted, origin, at.slice(0, 10)), ...redacted }
    const name = chooseName(
      schemas.operationId(redacted.request.path),
      redacted.response,
      own,
      (candidate) => files.some(({ path }) => path === toPath(candidate)) || existsSync(toPath(candidate)),
    )
    files.push({ path: toPath(name), content })
    names.push(name)
    if (!options.write) print(`${name}, written with --write:\n${toFileText(content)}`)
  }
  if (options.write) await writeAll(files)
  if (options.write) for (const name of names) print(`wrote ${name}`)
  print(report.describe())
  return 0
}

async function readHar(file: string) {
  try {
    return await readJson(fromHere(file))
  } catch (error) {
    throw error instanceof RecordError ? error : new RecordError(`There is no file ${file}.`)
  }
}

/** Named after its own file or the type of error, with a number if the name is taken. */
function chooseName(
  operationId: string,
  { status, body }: Exchange['response'],
  own: string | undefined,
  isTaken: (name: string) => boolean,
) {
  const type = body?.error?.type
  const slug = own ?? (typeof type === 'string' ? type.replaceAll('_', '-') : 'exchange')
  for (let number = 1; ; number++) {
    const name = nameFile(operationId, status, number > 1 ? `${slug}-${number}` : slug)
    if (!isTaken(name)) return name
  }
}
