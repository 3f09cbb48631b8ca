import { readFile } from 'node:fs/promises'
import { recordings } from '@seam-acs/contract-tests/recordings'
import { toCases } from '../src/cases.ts'

export const cases = recordings.flatMap(({ file, recording }) => toCases(file, recording))

export const suite = await readFile(new URL('../suite/suite.js', import.meta.url), 'utf8')
