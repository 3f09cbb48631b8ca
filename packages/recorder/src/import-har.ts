import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeRecorded, readEndpoint, type RecordContext, schemas } from './context.ts'
import { type Exchange, RecordError } from './exchange.ts'
import { nameFile, readJson, toFileText, writeWhole } from './files.ts'
import { fromHar, toHar } from './har.ts'
import type { RecordOptions } from './options.ts'
import { redact } from './redact.ts'

const fromHere = (file: string) => resolve(process.env['INIT_CWD'] ?? '.', file)

/** Writes recordings as HAR 1.2. */
export async function exportHar(file: string, recordings: Parameters<typeof toHar>[0]): Promise<void> {
  await writeWhole(fromHere(file), toHar(recordings))
}

/**
 * Reads the exchanges with the endpoint out of a HAR file of any tool, redacts them, and shows or writes them.
 *
 * @returns The exit code.
 */
export async function importHar(file: string, options: RecordOptions, { env, folder, print }: RecordContext) {
  const endpoint = readEndpoint(env)
  const entries = fromHar(await readHar(file))
  // A browser writes its own questions and what it did not get down, too.
  const chosen = entries.filter(
    ({ host, recording: { request, response } }) =>
      host === endpoint.host && response.status >= 100 && /^(?!OPTIONS$)[A-Z]{3,7}$/.test(request.method),
  )
  if (chosen.length === 0) {
    throw new RecordError(`None of the ${entries.length} entries has the host ${endpoint.host}: set SEAM_ENDPOINT.`)
  }
  print(`${chosen.length} of ${entries.length} entries have the host ${endpoint.host}.`)
  const key = env['SEAM_API_KEY']
  const written = new Set<string>()
  for (const { at, file: own, recording, secrets } of chosen) {
    const redacted = redact(recording, { schemas, secrets: key ? [...secrets, key] : secrets })
    const content = { recorded: describeRecorded(redacted.request, at, endpoint, options), ...redacted }
    const name = chooseName(
      redacted,
      own,
      (candidate) => written.has(candidate) || existsSync(new URL(candidate, folder)),
    )
    written.add(name)
    if (options.write) await writeWhole(fileURLToPath(new URL(name, folder)), content)
    print(options.write ? `wrote ${name}` : `${name}, written with --write:\n${toFileText(content)}`)
  }
  return 0
}

async function readHar(file: string) {
  try {
    return await readJson(fromHere(file))
  } catch (error) {
    throw error instanceof RecordError ? error : new RecordError(`There is no file ${file}.`)
  }
}

/** After the kind of error, or as it was called; with a number where that is taken. */
function chooseName({ request, response }: Exchange, own: string | undefined, isTaken: (name: string) => boolean) {
  const type = response.body?.error?.type
  const slug = own ?? (typeof type === 'string' ? type.replaceAll('_', '-') : 'exchange')
  for (let number = 1; ; number++) {
    const name = nameFile(schemas.operationId(request.path), response.status, number > 1 ? `${slug}-${number}` : slug)
    if (!isTaken(name)) return name
  }
}
