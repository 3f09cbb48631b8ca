import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import type { Mutation, Place } from './mutations.ts'
import { specFolder } from './run-lint.ts'

type Edit = Mutation['edits'][number]

/** Copies the spec's YAML into a folder outside the repository, for all tests of a file. */
export function copySpec(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seam-lint-')))
  afterAll(() => rmSync(folder, { recursive: true }))
  for (const part of ['openapi.yaml', 'paths', 'components']) {
    cpSync(join(specFolder, part), join(folder, part), { recursive: true })
  }
  return folder
}

/** Edits a copy of the spec until the test is finished. */
export function editSpec(folder: string, edits: Edit[]): void {
  for (const [file, find, replacement] of edits) {
    const path = join(folder, file)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    onTestFinished(() => (before === undefined ? rmSync(path) : writeFileSync(path, before)))
    mkdirSync(dirname(path), { recursive: true })
    if (replacement !== undefined && !before?.includes(find))
      throw new Error(`Change the mutation: ${file} no longer has this text:\n${find}`)
    writeFileSync(path, replacement === undefined ? find : before!.replace(find, () => replacement))
  }
}

const findLine = (folder: string, [file, text]: Place) => {
  const [before, after] = readFileSync(join(folder, file), 'utf8').split(text)
  if (before === undefined || after === undefined)
    throw new Error(`Change the mutation: ${file} has no line "${text}".`)
  return before.split('\n').length
}

/** `rule file:line` for each error that the linter must report for a mutation. */
export const listExpectedErrors = (folder: string, { rule, edits, at, also = [] }: Mutation) => {
  const [file, , replacement = ''] = edits[0]!
  const first: Place = at ?? [file, replacement]
  const places: [string, ...Place][] = [[rule, ...first], ...also]
  return places.map(([name, ...place]) => `${name} ${place[0]}:${findLine(folder, place)}`)
}
