import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import { readOperations } from '@seam-acs/spec/model'
import { expect, onTestFinished, test } from 'vitest'
import { openEditor, type Editor } from '@seam-acs/runner/editor'

const configuration = { compilerOptions: { module: 'nodenext', strict: true, target: 'es2022', types: [] } }

/** An editor with a program that imports this package, and the place in it behind each `/**\/`. */
async function openProgram(lines: string[]): Promise<{ editor: Editor; places: number[] }> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'seam-acs-client-')))
  onTestFinished(() => rm(directory, { recursive: true }))
  await mkdir(join(directory, 'node_modules/@seam-acs'), { recursive: true })
  await symlink(
    fileURLToPath(new URL('../..', import.meta.url)),
    join(directory, 'node_modules/@seam-acs/client'),
    'junction',
  )
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration))
  const program = ["import { Seam } from '@seam-acs/client'", 'const seam = new Seam()', ...lines].join('\n')
  const places = [...program.matchAll(/\/\*\*\//g)].map(({ 0: mark, index }) => index + mark.length)
  return { editor: await openEditor(directory, program), places }
}

/** Where a place leads to: the file, and what stands there. */
async function findSources(editor: Editor, place: number): Promise<string[][]> {
  const definitions = await editor.findDefinitions(place)
  return Promise.all(
    definitions.map(async ({ file, line }) => {
      const text = (await readFile(file, 'utf8')).split('\n')[line - 1]
      return [file.slice(file.indexOf('packages/')), text?.trim().split(/\W/)[0] ?? '']
    }),
  )
}

const operations = readOperations(contract).map(({ names, description }) => ({
  method: names.join('.'),
  name: names.at(-1)!,
  description: description!,
}))

test.each(operations)('an editor shows what the spec says of $method', async ({ method, name, description }) => {
  const { editor, places } = await openProgram([`seam.${method.slice(0, -name.length)}/**/${name}`])
  expect(await editor.readDocumentation(places[0]!)).toContain(description)
})

test.each(operations)('$method leads to its signature in the source of this package', async ({ method, name }) => {
  const { editor, places } = await openProgram([`seam.${method.slice(0, -name.length)}/**/${name}`])
  expect(await findSources(editor, places[0]!)).toEqual([['packages/client/src/operations.gen.ts', name]])
})

test('the properties of a request and of its result are documented, and lead to the source of the types', async () => {
  const { editor, places } = await openProgram([
    "const credential = await seam.acs.credentials.create({ /**/access_method: 'code', /**/acs_user_id: '' })",
    'credential./**/display_name',
    'credential.warnings[0]!./**/message',
  ])
  for (const [index, name] of ['access_method', 'acs_user_id', 'display_name', 'message'].entries()) {
    expect(await editor.readDocumentation(places[index]!)).not.toBe('')
    expect(await findSources(editor, places[index]!)).toEqual([['packages/types/src/index.gen.ts', name]])
  }
})
