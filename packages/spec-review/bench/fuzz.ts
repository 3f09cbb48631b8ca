import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '../src/change.ts'
import { fuzz } from '../test/mutator/fuzz.ts'
import { createRandom } from '../test/mutator/random.ts'
import { createOlderDocument, createSampleDocument } from '../test/mutator/sample-document.ts'

// A third of the edits on our spec, on a document that uses most keywords of JSON Schema, and on the same in the syntax of 3.0.
const edits = Math.ceil(Number(process.argv[2] ?? 10_000) / 3)
const seed = Number(process.argv[3] ?? 1)
const documents: [string, Json][] = [
  ['our spec', contract as unknown as Json],
  ['a document of many keywords', createSampleDocument(1)],
  ['a document of 3.0', createOlderDocument()],
]
for (const [name, document] of documents) {
  const { major, proven, defects } = fuzz(document, edits, createRandom(seed))
  console.log(
    `${name}: ${edits} edits, ${major} major, ${proven} proven by a payload, ${defects.length} of these missed`,
  )
  for (const { defect } of defects.slice(0, 5)) console.log(JSON.stringify(defect))
  if (defects.length > 0) process.exitCode = 1
}
