import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import { writeGenerated } from '@seam-acs/codegen/generated-file'
import { createAuditor, type Entry, type Named } from './ledger/ledger.ts'
import { renderLedger } from './ledger/render-ledger.ts'
import { readRecordings, type Json } from './recording.ts'
import { synthesize } from './synthetic/synthesize.ts'

export interface Generated {
  /** Their text by their path in the repository. */
  files: Map<string, string>
  entries: Entry[]
}

/** The synthetic recordings of a document, and the ledger of these and the real ones. */
export function generateFiles(document: Json, recordings: Named[]): Generated {
  const real = recordings.filter(({ recording }) => recording.recorded.source !== 'synthetic')
  const auditor = createAuditor(document)
  const synthetic = synthesize(document, real, auditor)
  const all = [...real, ...synthetic]
  const entries = auditor.audit(all)
  const sources = all.map(({ recording }) => recording.recorded.source)
  const counts = [...new Set(sources)]
    .toSorted()
    .map((source): [string, number] => [source, sources.filter((each) => each === source).length])
  const files = synthetic.map(({ file, recording }): [string, string] => [
    `packages/contract-tests/recordings/${file}`,
    `${JSON.stringify(recording, null, 2)}\n`,
  ])
  const ledger: [string, string] = ['packages/contract-tests/ledger.gen.md', renderLedger(entries, counts)]
  return { files: new Map([...files, ledger]), entries }
}

/** The recordings that were generated once and no longer are, by their path in the repository. */
export function findLeftOver(recordings: Named[], files: Map<string, string>): string[] {
  return recordings
    .filter(({ file, recording }) => file.endsWith('.gen.json') || recording.recorded.source === 'synthetic')
    .map(({ file }) => `packages/contract-tests/recordings/${file}`)
    .filter((file) => !files.has(file))
}

if (import.meta.main) {
  const recordings = await readRecordings()
  const { files } = generateFiles(contract, recordings)
  for (const file of findLeftOver(recordings, files)) {
    if (process.argv.includes('--check')) {
      console.error(`${file}: left over, for nothing needs it any more. Run \`npx --yes pnpm@12.21.0 generate\`.`)
      process.exitCode = 1
    } else {
      await rm(toPath(file))
      console.log(`removed ${file}`)
    }
  }
  for (const [file, text] of files) {
    if (!existsSync(dirname(toPath(file)))) await mkdir(dirname(toPath(file)), { recursive: true })
    await writeGenerated(toPath(file), file, text)
  }
}

function toPath(file: string): string {
  return fileURLToPath(new URL(`../../../${file}`, import.meta.url))
}
