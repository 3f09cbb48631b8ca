import type { Recording } from './recording/recording.ts'
import type { RecordContext } from './context.ts'
import { readDraft } from './files.ts'
import { exportHar, importHar } from './import-har.ts'
import { help, parseOptions } from './options.ts'
import { RecordError } from './record-error.ts'
import { listFiles } from './recording/recording-files.ts'
import { sendRequests } from './send-requests.ts'
import { hideSecrets, spellSecrets } from './redact/secrets.ts'

/**
 * The command `record`, whose options `help` describes.
 *
 * @returns The exit code: 0 without drift, or when it was written; 1 with drift; 2 when the command failed.
 */
export async function record(args: string[], context: RecordContext): Promise<number> {
  const key = context.env['SEAM_API_KEY']
  const secrets = key ? spellSecrets([key]) : []
  // The last line of defence: errors of the runtime may contain the key.
  const print = (text: string) => context.print(hideSecrets(text, secrets))
  try {
    return await run(args, { ...context, print })
  } catch (error) {
    print(error instanceof RecordError ? error.message : describeBug(error as Error))
    return 2
  }
}

/** Where it happened, without the message, which may quote a value of an exchange. */
function describeBug({ name, stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line))
  return [`The recorder failed (${name}). Please report it with these lines:`, ...frames.slice(0, 5)].join('\n')
}

async function run(args: string[], context: RecordContext): Promise<number> {
  const { contract, folder, print } = context
  const options = parseOptions(args)
  if (options.help) {
    print(help)
    return 0
  }
  if (options.fromHar !== undefined) return importHar(options.fromHar, options, context)
  if (options.har === undefined) return sendRequests(options, context)
  const drafts = await Promise.all((await listFiles(folder)).map((file) => readDraft(folder, file)))
  const recordings = drafts.filter(({ draft }) => draft.response && draft.recorded)
  await exportHar(
    contract,
    options.har,
    recordings.map(({ file, draft }) => ({ file, recording: draft as Recording })),
  )
  print(`wrote ${recordings.length} recordings to ${options.har}`)
  return 0
}
