import type { RecordingFile } from '@seam-acs/recorder/recording'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { createAuditor, type Entry } from './ledger/ledger.ts'
import { listRemarks } from './ledger/remarks.ts'
import { renderLedger } from './ledger/render-ledger.ts'
import { synthesize } from './synthetic/synthesize.ts'

export interface Generated {
  /** The text of each file by its path in the repository. */
  files: Map<string, string>
  entries: Entry[]
}

/** The synthetic recordings of a document, and the ledger of these and the real ones. */
export function generateFiles(contract: OpenApiDocument, recordings: RecordingFile[]): Generated {
  const real = recordings.filter(({ recording }) => recording.recorded.source !== 'synthetic')
  const auditor = createAuditor(contract)
  const all = [...real, ...synthesize(contract, real, auditor)]
  const entries = auditor.audit(all)
  const bySource = Map.groupBy(all, ({ recording }) => recording.recorded.source)
  const counts = [...bySource].map(([source, some]): [string, number] => [source, some.length]).toSorted()
  const ledger = renderLedger(entries, counts, listRemarks(contract, real))
  const synthetic = all
    .filter(({ recording }) => recording.recorded.source === 'synthetic')
    .map(({ file, recording }): [string, string] => [toPath(file), `${JSON.stringify(recording, null, 2)}\n`])
  return { files: new Map([...synthetic, ['packages/contract-tests/ledger.gen.md', ledger]]), entries }
}

/** The paths of the generated recordings that are no longer needed. */
export function findObsolete(recordings: RecordingFile[], files: Map<string, string>): string[] {
  return recordings
    .filter(({ file, recording }) => file.endsWith('.gen.json') || recording.recorded.source === 'synthetic')
    .map(({ file }) => toPath(file))
    .filter((file) => !files.has(file))
}

const toPath = (file: string) => `packages/contract-tests/recordings/${file}`
