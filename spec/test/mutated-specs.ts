import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Mutation, Place } from './mutations.ts'
import { specFolder } from './run-lint.ts'

const applyEdit = (folder: string, [file, find, replacement]: Mutation['edits'][number]) => {
  const path = join(folder, file)
  if (replacement === undefined) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, find)
    return
  }
  const text = readFileSync(path, 'utf8')
  if (!text.includes(find)) throw new Error(`Change the mutation: ${file} no longer has this text:\n${find}`)
  writeFileSync(
    path,
    text.replace(find, () => replacement),
  )
}

const findLine = (folder: string, [file, text]: Place) => {
  const [before, after] = readFileSync(join(folder, file), 'utf8').split(text)
  if (before === undefined || after === undefined)
    throw new Error(`Change the mutation: ${file} has no line "${text}".`)
  return before.split('\n').length
}

/** Makes an empty folder outside the repository. */
export const makeFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'seam-lint-')))

/** Copies the spec's YAML into a folder and breaks the copy. */
export const writeMutatedSpec = (folder: string, { edits }: Pick<Mutation, 'edits'>) => {
  for (const part of ['openapi.yaml', 'paths', 'components']) {
    cpSync(join(specFolder, part), join(folder, part), { recursive: true })
  }
  for (const edit of edits) applyEdit(folder, edit)
}

/** `rule file:line` for each error that the linter must report for a mutation. */
export const listExpectedErrors = (folder: string, { rule, edits, at, also = [] }: Mutation) => {
  const [file, , replacement = ''] = edits[0]!
  const first: Place = at ?? [file, replacement]
  const places: [string, ...Place][] = [[rule, ...first], ...also]
  return places.map(([name, ...place]) => `${name} ${place[0]}:${findLine(folder, place)}`)
}
