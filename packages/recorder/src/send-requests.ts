import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeRecorded, findOrigin, readEndpoint, type RecordContext } from './context.ts'
import { findDrift } from './drift.ts'
import { type DraftFile, type FileToWrite, nameFile, readDraft, toFileText, writeAll } from './files.ts'
import { createKnownSchemas } from './known-schemas.ts'
import { findOutage } from './judge-response.ts'
import { createReport } from './report.ts'
import { command, type RecordOptions } from './options.ts'
import { RecordError } from './record-error.ts'
import { listFiles } from './recording/recording-files.ts'
import type { Exchange } from './recording/recording.ts'
import { redact } from './redact/redact.ts'
import { sendOnce } from './send-once.ts'
import { rejectUnusedNames, replaceValues } from './set-values.ts'

/**
 * Sends the requests of recordings again and reports where the responses have another shape.
 *
 * @returns The exit code.
 */
export async function sendRequests(options: RecordOptions, context: RecordContext): Promise<number> {
  const { contract, env, fetch, folder, print } = context
  const apiKey = readKey(env)
  const endpoint = readEndpoint(context)
  if (!endpoint.isPrivate) throw new RecordError('SEAM_ENDPOINT must begin with https, so that nobody reads the key.')
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

  const report = createReport()
  const [kept, failures]: [Kept[], string[]] = [[], []]
  for (const [index, item] of files.entries()) {
    const { exchange, milliseconds } = await sendOnce(requests[index]!.request, {
      apiKey,
      endpoint: endpoint.address,
      fetch,
    })
    print(`${exchange.response.status}  ${item.file}  ${milliseconds} ms`)
    const result = judge(item, exchange, requests[index]!.replaced)
    if (typeof result === 'string') failures.push(`${item.file} (${result})`)
    else kept.push(result)
  }
  return conclude()

  /** Writes all responses or none. */
  async function conclude(): Promise<number> {
    const count = `${files.length} ${files.length === 1 ? 'exchange' : 'exchanges'}`
    if (failures.length > 0) {
      throw new RecordError(`${failures.length} of ${count} failed, so nothing was written: ${failures.join(', ')}.`)
    }
    const unused = options.accept.filter(
      (accepted) => !kept.some(({ name }) => [name, basename(name)].includes(accepted)),
    )
    if (unused.length > 0) throw new RecordError(`No response has the name ${unused.join(', ')}, which --accept names.`)
    const twice = kept.find(({ name }, index) => kept.findIndex((other) => other.name === name) < index)
    if (twice) throw new RecordError(`Two responses would be in ${twice.name}: rename one of the files.`)
    const drifted = kept.filter(({ hasDrift }) => hasDrift)
    const changed = kept.filter(({ hasDrift, item }) => hasDrift || !item.draft.response)
    const unnamed = kept.filter(({ isNamed }) => !isNamed)
    const isWritten = options.write && unnamed.length === 0
    if (isWritten) {
      await writeAll(kept.map(toFile))
      for (const { name } of kept) print(`wrote ${name}`)
    }
    if (changed.length > 0) print(report.describe())
    print(drifted.length > 0 ? `${count}, ${drifted.length} with drift.` : `${count}, no drift.`)
    if (drifted.length > 0 && !isWritten) {
      const accepting = unnamed.map(({ name }) => ` --accept ${basename(name)}`).join('')
      const reason = options.write ? 'Nothing was written, because a status has changed. ' : ''
      print(`${reason}To keep the new responses: ${command} --write${accepting}`)
    }
    return drifted.length > 0 && !isWritten ? 1 : 0
  }

  /** What is kept of an exchange, or why it is not. */
  function judge(item: DraftFile, exchange: Exchange, replaced: Map<string, string>): Kept | string {
    const { path, draft } = item
    const { status } = exchange.response
    const recorded = draft.response && { request: draft.request, response: draft.response }
    if (status === 401 && recorded && recorded.response.status !== 401) {
      throw new RecordError(
        `${endpoint.host} rejects the key in SEAM_API_KEY (401). It belongs to another server or is no longer valid.`,
      )
    }
    const name = nameFile(schemas.operationId(exchange.request.path), status, path)
    const isAccepted = options.accept.some((accepted) => accepted === name || accepted === basename(name))
    const outage = findOutage(exchange.response, recorded?.response)
    if (outage !== undefined && (recorded || !isAccepted)) return outage
    const forms: Parameters<typeof report.add>[0][] = []
    const onReplaced = (form: (typeof forms)[0]) => forms.push(form)
    const redacted = redact(exchange, {
      schemas,
      secrets: [apiKey],
      replaced,
      onReplaced,
      ...(recorded && { recorded }),
    })
    // The path of a new request can hold a value.
    const shownName = nameFile(schemas.operationId(redacted.request.path), status, path)
    const drift = recorded ? findDrift(schemas, recorded, redacted) : []
    for (const line of drift) print(`    ${line}`)
    if (!recorded && !options.write) print(`    new, written with --write:\n${toFileText(redacted)}`)
    if (!recorded || drift.length > 0) forms.forEach(report.add)
    const isNamed = isAccepted || !recorded || recorded.response.status === status
    return { item, redacted, name: shownName, hasDrift: drift.length > 0, isNamed }
  }

  function toFile({ item, redacted, name }: Kept): FileToWrite {
    const target = fileURLToPath(new URL(name, folder))
    const { path } = item
    if (target !== path && existsSync(target)) throw new RecordError(`${name} already exists: rename or remove it.`)
    const recorded = describeRecorded(contract, redacted, originOf(item), today)
    const isMoved = target !== path && path.startsWith(fileURLToPath(folder))
    return { path: target, content: { recorded, ...redacted }, replaces: isMoved ? path : undefined }
  }
}

/** A response that says something about the API. */
interface Kept {
  item: DraftFile
  redacted: Exchange
  /** The name of its file. */
  name: string
  hasDrift: boolean
  /** Whether its status is the recorded one or was named to be accepted. */
  isNamed: boolean
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
