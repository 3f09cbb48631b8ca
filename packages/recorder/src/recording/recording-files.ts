import { readdir, readFile } from 'node:fs/promises'
import { sep } from 'node:path'
import type { Recording } from './recording.ts'

export interface RecordingFile {
  /** Below `recordings/`. */
  file: string
  recording: Recording
}

/** The files below a folder of recordings, with slashes in their names on every system. */
export async function listFiles(folder: URL): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll(sep, '/'))
  return files.filter((file) => file.endsWith('.json')).toSorted()
}

/** Every recording of a folder, in the order of the files' names. */
export async function readRecordings(folder: URL): Promise<RecordingFile[]> {
  return Promise.all(
    (await listFiles(folder)).map(async (file) => ({
      file,
      recording: JSON.parse(await readFile(new URL(file, folder), 'utf8')),
    })),
  )
}
