import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Json } from '@seam-acs/spec/model'
import { describeRecorded, findOrigin, readEndpoint, type RecordContext } from './context.ts'
import { findDrift } from './drift.ts'
import { type DraftFile, nameFile, readDraft, toFileText, writeWhole } from './files.ts'
import { createKnownSchemas, type KnownSchemas } from './known-schemas.ts'
import { command, type RecordOptions } from './options.ts'
import { RecordError } from './record-error.ts'
import { listFiles } from './recording/recording-files.ts'
import type { Exchange } from './recording/recording.ts'
import { redact } from './redact/redact.ts'
import { sendOnce } from './send-once.ts'

/**
 * Sends the requests of recordings again and reports where the responses have another shape.
 *
 * @returns The exit code.
 */
export async function sendRequests(options: RecordOptions, context: RecordContext): Promise<number> {
  const { contract, env, fetch, folder, print } = context
  const apiKey = readKey(env)
  const endpoint = readEndpoint(context)
  const schemas = createKnownSchemas(contract)
  const files = await chooseFiles(options, folder, print)
  const requests = files.map(({ draft }) => replaceValues(draft.request, options.set))
  const today = new Date().toISOString().slice(0, 10)
  const originOf = ({ draft }: DraftFile) => findOrigin(endpoint, options, draft.recorded)
  rejectUnusedNames(options.set, requests)
  if (options.write) files.forEach(originOf)
  if (endpoint.isLive) {
    print(`${files.length} requests go to the live API: what they create or change stays in the workspace of the key.`)
  }

  let drifted = 0
  for (const [index, item] of files.entries()) {
    const { file, path, draft } = item
    const { request, replaced } = requests[index]!
    const { exchange, milliseconds } = await sendOnce(request, { apiKey, endpoint: endpoint.address, fetch })
    const { status } = exchange.response
    print(`${status}  ${file}  ${milliseconds} ms`)
    const recorded = draft.response && { request: draft.request, response: draft.response }
    if (status === 401 && recorded && recorded.response.status !== 401) {
      throw new RecordError(
        `${endpoint.host} rejects the key in SEAM_API_KEY (401). It belongs to another server or is no longer valid.`,
      )
    }
    const redacted = redact(exchange, { schemas, secrets: [apiKey], replaced, ...(recorded && { recorded }) })
    const drift = recorded ? findDrift(schemas, recorded, redacted) : []
    for (const line of drift) print(`    ${line}`)
    if (drift.length > 0) drifted++
    if (options.write) {
      const origin = describeRecorded(contract, redacted, originOf(item), today)
      print(`    wrote ${await write(folder, path, schemas, redacted, origin)}`)
    } else if (!recorded) print(`    new, written with --write:\n${toFileText(redacted)}`)
  }
  const count = `${files.length} ${files.length === 1 ? 'exchange' : 'exchanges'}`
  print(drifted ? `${count}, ${drifted} with drift.` : `${count}, no drift.`)
  if (drifted && !options.write) print(`To keep the new responses: ${command} --write`)
  return drifted && !options.write ? 1 : 0
}

function readKey({ SEAM_API_KEY: key }: RecordContext['env']): string {
  if (key && /^seam_(?!cst|at|pk)[\x21-\x7e]+$/.test(key)) return key
  const what = key
    ? 'SEAM_API_KEY is not an API key: those begin with seam_, and not with seam_cst, seam_at or seam_pk.'
    : 'SEAM_API_KEY is not set.'
  throw new RecordError(`${what} Set it to an API key of a sandbox workspace (seam_test…), from Seam's console.`)
}

async function chooseFiles({ files, source }: RecordOptions, folder: URL, print: RecordContext['print']) {
  if (files.length > 0) return Promise.all(files.map((file) => readDraft(folder, file)))
  const all = await Promise.all((await listFiles(folder)).map((file) => readDraft(folder, file)))
  const sources = source ? [source] : ['documentation', 'live']
  const chosen = all.filter(({ draft }) => sources.includes(draft.recorded?.source ?? ''))
  if (chosen.length === 0) throw new RecordError(`No recording has the source ${sources.join(' or ')}: name a file.`)
  return chosen.filter(({ file, draft }) => {
    const status = draft.response?.status ?? 0
    const isUnreliable = status === 401 || status === 429 || status >= 500
    if (isUnreliable) print(`---  ${file}  skipped: a ${status} cannot be provoked reliably; name the file to send it`)
    return !isUnreliable
  })
}

interface Replaced {
  request: Exchange['request']
  /** Each value that is sent, with the value that the recording keeps. */
  replaced: Map<string, string>
  /** The properties that were found. */
  names: Set<string>
}

function replaceValues(request: Exchange['request'], set: Map<string, string[]>): Replaced {
  const replaced = new Map<string, string>()
  const names = new Set<string>()
  const visit = (value: Json, name: string, index: number): Json => {
    if (Array.isArray(value)) return value.map((item, place) => visit(item, name, place))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, visit(item, inner, 0)]))
    }
    const own = set.get(name)?.[index] ?? set.get(name)?.at(-1)
    if (own === undefined || typeof value !== 'string') return value
    names.add(name)
    replaced.set(own, replaced.get(own) ?? value)
    return own
  }
  if (request.body === undefined || set.size === 0) return { request, replaced, names }
  return { request: { ...request, body: visit(request.body, '', 0) }, replaced, names }
}

function rejectUnusedNames(set: Map<string, string[]>, requests: Replaced[]): void {
  const unused = [...set.keys()].filter((name) => !requests.some(({ names }) => names.has(name)))
  if (unused.length > 0) throw new RecordError(`No request has a string named ${unused.join(', ')}, which --set names.`)
}

async function write(
  folder: URL,
  path: string,
  schemas: KnownSchemas,
  { request, response }: Exchange,
  recorded: object,
): Promise<string> {
  const file = nameFile(schemas.operationId(request.path), response.status, path)
  const target = fileURLToPath(new URL(file, folder))
  if (target !== path && existsSync(target)) throw new RecordError(`${file} already exists: rename or remove it.`)
  await writeWhole(target, { recorded, request, response })
  if (target !== path && path.startsWith(fileURLToPath(folder))) await rm(path)
  return file
}
