import { readdir, readFile } from 'node:fs/promises'

// oxlint-disable-next-line typescript/no-explicit-any -- JSON of any shape is what the checks are about
export type Json = any

/**
 * Where an exchange comes from: the documentation, the API itself, the vendor's fake server,
 * or our own generator, for what nobody has recorded yet.
 */
export type Source = 'documentation' | 'live' | 'vendor-fake' | 'synthetic'

/** One exchange with the API, as `recordings/<operationId>/<status>-<slug>.json` holds it. */
export interface Recording {
  recorded: {
    source: Source
    /** Where exactly it is from. */
    from: string
    /** The day it was made or read, such as `2026-11-22`. */
    at: string
    /** Of the operation at that time: `hashOperation` says of what. Absent where the spec has no such operation. */
    operationHash?: string
    /** What differs here from there, and why. */
    changes?: string[]
  }
  request: { method: string; path: string } & Message
  response: { status: number } & Message
}

export interface Message {
  headers: Record<string, string>
  /** The body, parsed from JSON. */
  body?: Json
  /** The body where it is no JSON. A message with neither has an empty one. */
  text?: string
}

export const directory = new URL('../recordings/', import.meta.url)

/** Every committed recording, by its file below `recordings/`. */
export async function readRecordings(): Promise<{ file: string; recording: Recording }[]> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (file) => ({ file, recording: JSON.parse(await readFile(new URL(file, directory), 'utf8')) })),
  )
}

/** A body as it goes over the wire. */
export function toText({ body, text = '' }: Message): string {
  return body === undefined ? text : JSON.stringify(body)
}
