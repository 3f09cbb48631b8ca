import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Asks TypeScript's server about a file as an editor does. Positions are indices into the text of the file. */
export interface Editor {
  /** The documentation in the tooltip; empty if there is none. */
  readDocumentation(index: number): Promise<string>
  findDefinitions(index: number): Promise<{ file: string; line: number }[]>
}

let server: Ask | undefined

/** Saves `text` as a file in `directory` and opens it. All editors share a server, which ends with the process. */
export async function openEditor(directory: string, text: string): Promise<Editor> {
  const file = join(directory, 'program.ts')
  await writeFile(file, text)
  const ask = (server ??= startServer())
  void ask('open', { file })

  const locate = (index: number) => {
    const lines = text.slice(0, index).split('\n')
    return { file, line: lines.length, offset: lines.at(-1)!.length + 1 }
  }
  return {
    async readDocumentation(index) {
      const tooltip = await ask<{ documentation: string }>('quickinfo', locate(index))
      return tooltip?.documentation ?? ''
    },
    async findDefinitions(index) {
      const definitions = await ask<{ file: string; start: { line: number } }[]>('definition', locate(index))
      return (definitions ?? []).map((definition) => ({ file: definition.file, line: definition.start.line }))
    },
  }
}

type Ask = <Body>(command: string, values: object) => Promise<Body | undefined>

function startServer(): Ask {
  const path = createRequire(import.meta.url).resolve('typescript/lib/tsserver.js')
  // With the first flag the server watches no files. Tests do not change a file that is open.
  const child = spawn(process.execPath, [path, '--canUseWatchEvents', '--disableAutomaticTypingAcquisition'])
  process.once('exit', () => child.kill())
  const receivers = new Map<number, (body: never) => void>()
  createInterface(child.stdout).on('line', (line) => {
    if (!line.startsWith('{')) return
    const { request_seq: number, body } = JSON.parse(line)
    receivers.get(number)?.(body as never)
  })
  return (command, values) =>
    new Promise((resolve) => {
      const number = receivers.size + 1
      receivers.set(number, resolve)
      child.stdin.write(`${JSON.stringify({ seq: number, type: 'request', command, arguments: values })}\n`)
    })
}
