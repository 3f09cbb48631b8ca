import type { RecordingFile } from '@seam-acs/recorder/recording'
import { dropUnused, type OpenApiDocument } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { contract as whole } from '../src/contract.ts'
import { generateFiles } from '../src/generated-files.ts'
import { recordings as all } from '../src/recordings.ts'

const seed = Number(process.env['SEED'] ?? 1)

/** At most so many of the items, in a random order; `SEED` chooses others. */
export function sample<Item>(items: Item[], most: number, chosenBy = seed): Item[] {
  if (items.length <= most) return items
  const some = fc.shuffledSubarray(items, { minLength: most, maxLength: most })
  return fc.sample(some, { seed: chosenBy, numRuns: 1 })[0]!
}

interface Sampled {
  contract: OpenApiDocument
  recordings: RecordingFile[]
}

/**
 * The contract with at most so many of its operations, first those with real recordings, and the recordings of these.
 * They get synthetic exchanges of their own, because another operation may show what they share.
 */
export function sampleOperations(
  contract: OpenApiDocument,
  recordings: RecordingFile[],
  most: number,
  chosenBy = seed,
): Sampled {
  const paths = Object.keys(contract.paths ?? {})
  if (paths.length <= most) return { contract, recordings }
  const real = recordings.filter(({ recording }) => recording.recorded.source !== 'synthetic')
  const recorded = paths.filter((path) => real.some(({ recording }) => recording.request.path === path))
  const others = paths.filter((path) => !recorded.includes(path))
  const chosen = [...recorded, ...sample(others, most, chosenBy)].slice(0, most)
  const left = dropUnused({
    ...contract,
    paths: Object.fromEntries(chosen.map((path) => [path, contract.paths![path]!])),
  })
  const kept = real.filter(
    ({ recording: { request } }) => chosen.includes(request.path) || !paths.includes(request.path),
  )
  const made = [...generateFiles(left, kept).files].filter(([file]) => file.endsWith('.json'))
  const synthetic = made.map(([file, text]) => ({
    file: file.split('/').slice(-2).join('/'),
    recording: JSON.parse(text),
  }))
  return { contract: left, recordings: [...kept, ...synthetic] }
}

/** What is mutated: mutants of hundreds of operations would take hours. */
export const { contract, recordings } = sampleOperations(whole, all, 12)
