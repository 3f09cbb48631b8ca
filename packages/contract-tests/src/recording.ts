import { readdir, readFile } from 'node:fs/promises'

// oxlint-disable-next-line typescript/no-explicit-any -- JSON of any shape is what the checks are about
export type Json = any

/** One exchange with the API, as `recordings/<operationId>/<status>-<slug>.json` holds it. */
export interface Recording {
  recorded: {
    source: 'documentation'
    /** Where exactly it is from. */
    from: string
    /** What differs here from there, and why. */
    changes: string[]
  }
  request: { method: string; path: string; headers: Record<string, string>; body: Json }
  response: { status: number; headers: Record<string, string>; body: Json }
}

const directory = new URL('../recordings/', import.meta.url)

/** Every committed recording, by its file below `recordings/`. */
export async function readRecordings(): Promise<{ file: string; recording: Recording }[]> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (file) => ({ file, recording: JSON.parse(await readFile(new URL(file, directory), 'utf8')) })),
  )
}
