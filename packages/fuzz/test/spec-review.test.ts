import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '@seam-acs/spec-review/read-document'
import type { Json } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { fuzz } from './cases.ts'
import { hostileValue, mutate, mutateText } from './hostile.ts'

const document: Json = {
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  paths: {
    '/a': {
      post: {
        operationId: 'a',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/a' } } } },
        responses: { 200: { description: 'Done.' } },
      },
    },
  },
  components: {
    schemas: { a: { type: 'object', properties: { b: { $ref: '#/components/schemas/a' }, c: { enum: ['x'] } } } },
  },
}
const reference = fc
  .constantFrom(
    '#',
    '#/',
    '#/paths',
    'a.yaml',
    './spec.json',
    'http://x.example/a',
    '#/components/schemas/a',
    '#/%',
    '../../etc',
  )
  .map(($ref) => ({ $ref }))
const texts = mutateText(
  mutate(document, fc.oneof(hostileValue, reference)).map((value) => JSON.stringify(value, null, 1) ?? ''),
)

test('the reader of specs takes a document or rejects it in a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-fuzz-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'spec.json')
  const count = await fuzz('spec reader', 0.01, texts, async (bytes) => {
    await writeFile(file, bytes)
    try {
      assert.match(`${(await readDocument(file, 'spec.json'))['openapi']}`, /^3\.[01]\b/)
    } catch (error) {
      if ((error as Error).name !== 'Failure') throw error
      assert.doesNotMatch((error as Error).message, /\n\s+at /)
    }
  })
  expect(count).toBeGreaterThan(0)
})
