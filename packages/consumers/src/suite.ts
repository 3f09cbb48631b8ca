import { readFile } from 'node:fs/promises'
import { recordings } from '@seam-acs/contract-tests/recordings'
import { createMock } from '@seam-acs/mock'
import { runMock } from '../suite/mock.js'
import { toCases, type Case } from './cases.ts'

/** What every set-up runs. */
export interface Suite {
  /** Its code, which imports nothing. */
  source: string
  cases: Case[]
  /** What `runMock` returns in Node, and has to return everywhere. */
  mockResult: string
}

const read = (name: string) => readFile(new URL(`../suite/${name}`, import.meta.url), 'utf8')

export async function loadSuite(): Promise<Suite> {
  return {
    source: `${await read('suite.js')}\n${await read('mock.js')}`,
    cases: recordings.flatMap(({ file, recording }) => toCases(file, recording)),
    mockResult: await runMock(createMock),
  }
}
