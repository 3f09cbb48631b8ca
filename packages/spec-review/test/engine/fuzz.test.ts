import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { Json } from '../../src/change.ts'
import { isFull } from '../is-full.ts'
import { fuzz } from '../mutator/fuzz.ts'
import { createRandom } from '../mutator/random.ts'
import { createOlderDocument, createSampleDocument } from '../mutator/sample-document.ts'

// `node bench/fuzz.ts 10000` tries as many edits as one has patience for.
const edits = isFull ? 2000 : 60

test.each<[string, Json]>([
  ['the contract', contract as unknown as Json],
  ['a document of many keywords', createSampleDocument(1)],
  ['a document of 3.0', createOlderDocument()],
])('no payload proves a break that the rules miss in random edits of %s', (_, document) => {
  const { proven, defects } = fuzz(document, edits, createRandom(20_261_122))
  expect(defects.map(({ defect }) => defect)).toEqual([])
  // A search that proves nothing would find no defect either.
  expect(proven).toBeGreaterThan(edits / 6)
})
