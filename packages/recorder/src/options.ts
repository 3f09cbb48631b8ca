import { parseArgs } from 'node:util'
import { pnpm } from '@seam-acs/runner/command'
import { RecordError } from './record-error.ts'

export interface RecordOptions {
  /** The names of the recordings whose status may differ from the one they had, or is that of an outage. */
  accept: string[]
  files: string[]
  from?: string | undefined
  fromHar?: string | undefined
  har?: string | undefined
  help: boolean
  /** The values to send instead of the recorded ones, by the name of the property. */
  set: Map<string, string[]>
  source?: string | undefined
  write: boolean
}

export const command = `${pnpm} record`

export const help = `Sends the recorded requests again and shows where the responses differ in shape.

${command} [options] [file …]

  file              recordings, such as acs_credentials_create/200-card.json, or a new file that has only
                    { "request": { "method", "path", "headers", "body" or "text" } };
                    default: all that come from the documentation or the live API
  --write           write the responses, redacted; without it, nothing is written
  --accept FILE     with --write: also keep a response with another status than the recorded one, such as
                    404-card.json, or, for a new file, 3xx, 429 and 5xx; with its new name (repeatable)
  --set NAME=VALUE  send VALUE in the property NAME of requests; the recording keeps its own value (repeatable: the
                    items of an array get one value each)
  --source vendor-fake --from "…"
                    what SEAM_ENDPOINT is, if it is not the live API; without files, also which recordings to send
  --har FILE        write all recordings as HAR 1.2; sends nothing
  --from-har FILE   read exchanges with the host of SEAM_ENDPOINT from any tool's HAR file; sends nothing

SEAM_API_KEY is an API key of a sandbox workspace, SEAM_ENDPOINT a URL (default: https://connect.getseam.com).
What requests create or change on the live API stays in the workspace of the key.
Exit code: 0 no drift, or drift that was written; 1 drift that was not written; 2 a call or the command failed.
If a call fails (no response, 3xx, 429, 5xx, a body that is no longer JSON), no file is changed.
`

/** @throws {RecordError} with a hint when an argument is wrong. */
export function parseOptions(args: string[]): RecordOptions {
  const { values, positionals } = parse(args)
  if (values.source !== undefined && values.source !== 'vendor-fake') {
    throw new RecordError('--source must be vendor-fake; the live API is recognized by its host.')
  }
  const set = new Map<string, string[]>()
  for (const pair of values.set ?? []) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? []
    if (!name || !value) throw new RecordError('--set must have the form --set NAME=VALUE.')
    set.set(name, [...(set.get(name) ?? []), value])
  }
  return {
    accept: values.accept ?? [],
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
        accept: { type: 'string', multiple: true },
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
