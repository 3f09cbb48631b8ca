import { renderTypes } from '@seam-acs/codegen/types'
import { createSampleContract } from '@seam-acs/spec/sample-contract'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/source/program.ts'
import { createOlderDocument, createSampleDocument } from '../mutator/sample-document.ts'

function listMissing(types: string) {
  const program = createProgram(new Map([['/types.ts', types]]))
  const errors = [...program.getGlobalDiagnostics(), ...program.getSemanticDiagnostics()]
  return errors.map(({ messageText }) => messageText).filter((text) => String(text).startsWith('Cannot find'))
}

test.each([
  ['every keyword that lint allows', createSampleContract()],
  ['most keywords of JSON Schema', createSampleDocument(1)],
  ['the syntax of 3.0', createOlderDocument()],
])('the types of a document with %s use no name that the library lacks', (_, document) => {
  expect(listMissing(renderTypes(document as never))).toEqual([])
})

test('a name that the library lacks is found', () => {
  expect(listMissing('export type Value = Map<string, string>')).toHaveLength(1)
})
