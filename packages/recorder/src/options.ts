import { parseArgs } from 'node:util'
import { RecordError } from './record-error.ts'

export interface RecordOptions {
  files: string[]
  from?: string | undefined
  fromHar?: string | undefined
  har?: string | undefined
  help: boolean
  /** Per property of a request the values that are sent instead of the recorded ones. */
  set: Map<string, string[]>
  source?: string | undefined
  write: boolean
}

export const command = 'npx --yes pnpm@12.21.0 record'

export const help = `Sends the recorded requests again and shows where the answers differ in shape.

${command} [options] [file …]

  file              recordings, such as acs_credentials_create/200-card.json, or a new file that has only
                    { "request": { "method", "path", "headers", "body" or "text" } };
                    default: all of the documentation and of the live API
  --write           write the answers, redacted
  --set NAME=VALUE  send VALUE in the property NAME of requests; the recording keeps its own value (repeatable: the
                    items of an array get one value each)
  --source vendor-fake --from "…"
                    what is recorded, where SEAM_ENDPOINT is not the live API; without files, which recordings to send
  --har FILE        write all recordings as HAR 1.2; sends nothing
  --from-har FILE   read exchanges with the host of SEAM_ENDPOINT from any tool's HAR file; sends nothing

SEAM_API_KEY is an API key of a sandbox workspace, SEAM_ENDPOINT an address (default: https://connect.getseam.com).
What requests create or change on the live API stays in the workspace of the key.
Exit code: 0 no drift, or written; 1 drift; 2 the work could not be done.
`

/** @throws {RecordError} with a hint when an argument is wrong. */
export function parseOptions(args: string[]): RecordOptions {
  const { values, positionals } = parse(args)
  if (values.source !== undefined && values.source !== 'vendor-fake') {
    throw new RecordError('--source is vendor-fake; the live API is known by its host.')
  }
  const set = new Map<string, string[]>()
  for (const pair of values.set ?? []) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? []
    if (!name || !value) throw new RecordError('--set is written --set NAME=VALUE.')
    set.set(name, [...(set.get(name) ?? []), value])
  }
  return {
    files: positionals,
    from: values.from,
    fromHar: values['from-har'],
    har: values.har,
    help: values.help,
    set,
    source: values.source,
    write: values.write,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        'from-har': { type: 'string' },
        har: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        set: { type: 'string', multiple: true },
        source: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new RecordError(`${(error as Error).message.split('. ')[0]}. See ${command} --help`)
  }
}
