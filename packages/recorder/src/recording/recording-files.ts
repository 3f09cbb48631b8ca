import { readdir, readFile } from 'node:fs/promises'
import type { Recording } from './recording.ts'

export interface RecordingFile {
  /** Below `recordings/`. */
  file: string
  recording: Recording
}

/** The files below a folder of recordings. */
export const listFiles = async (folder: URL): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json')).toSorted()

/** Every recording of a folder, in the order of the files' names. */
export async function readRecordings(folder: URL): Promise<RecordingFile[]> {
  return Promise.all(
    (await listFiles(folder)).map(async (file) => ({
      file,
      recording: JSON.parse(await readFile(new URL(file, folder), 'utf8')),
    })),
  )
}
