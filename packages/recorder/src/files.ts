import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rejectDeep } from './redact/depth.ts'
import type { Recording } from './recording/recording.ts'
import { RecordError } from './record-error.ts'

/** A recording, or the request of one to be made. */
export interface Draft extends Pick<Recording, 'request'>, Partial<Pick<Recording, 'recorded' | 'response'>> {}

export interface DraftFile {
  /** Relative to `recordings/` if it is there, otherwise as the person wrote it. */
  file: string
  path: string
  draft: Draft
}

/**
 * Reads files that a person named, below `recordings/` or where the command was started.
 *
 * @throws {RecordError} when there is no such file, or no request in it.
 */
export async function readDraft(folder: URL, file: string): Promise<DraftFile> {
  const root = fileURLToPath(folder)
  for (const path of [join(root, file), resolve(process.env['INIT_CWD'] ?? '.', file)]) {
    let draft
    try {
      draft = await readJson(path)
    } catch (error) {
      if (error instanceof RecordError) throw error
      continue
    }
    const isComplete = typeof draft?.request?.method === 'string' && draft.request.path?.startsWith?.('/') === true
    if (!isComplete) throw new RecordError(`${file} has no \`request\` with \`method\` and \`path\`.`)
    draft.request.headers ??= { 'content-type': 'application/json' }
    const name = relative(root, path)
    return { file: name.startsWith('..') ? file : name, path, draft }
  }
  throw new RecordError(`There is no file ${file}, neither in recordings/ nor in this folder.`)
}

/** @throws {RecordError} when it is not JSON or too deep; without a quotation, which could be a secret. */
export async function readJson(path: string) {
  const text = await readFile(path, 'utf8')
  let value
  try {
    value = JSON.parse(text)
  } catch {
    throw new RecordError(`${path} is not JSON.`)
  }
  rejectDeep(value, path)
  return value
}

/** `200-card.json` from `400-card.json` or `card.json`: the status in the name is that of the response. */
export const nameFile = (operationId: string, status: number, file: string) =>
  `${operationId}/${status}-${basename(file, '.json').replace(/^\d{3}-|\.gen$/g, '')}.json`

export interface FileToWrite {
  path: string
  content: unknown
  /** The file that it replaces. */
  replaces?: string | undefined
}

/**
 * Writes all files or none.
 *
 * @throws {RecordError} when a folder cannot be written.
 */
export async function writeAll(files: FileToWrite[]): Promise<void> {
  const staged = files.map(({ path }) => join(dirname(path), `.${basename(path)}.${process.pid}`))
  let current = ''
  try {
    for (const [index, { path, content }] of files.entries()) {
      current = path
      await mkdir(dirname(path), { recursive: true })
      await writeFile(staged[index]!, toFileText(content))
    }
    for (const [index, { path, replaces }] of files.entries()) {
      current = path
      await rename(staged[index]!, path)
      if (replaces !== undefined) await rm(replaces)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new RecordError(`${current} cannot be written (${code}).`)
  } finally {
    for (const path of staged) await rm(path, { force: true }).catch(() => {})
  }
}

export const toFileText = (content: unknown) => `${JSON.stringify(content, null, 2)}\n`
