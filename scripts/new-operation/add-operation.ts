import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleSpec } from '@seam-acs/spec/bundle-spec'
import { readOperations, type Json, type Operation } from '@seam-acs/spec/model'
import { formatProblem } from '@seam-acs/spec/problems'
import { parse } from 'yaml'
import { createFiles } from './files.ts'
import { findClash, findFlaw, nameOperation, type Names } from './names.ts'
import { addPath, findTodos, renderFile } from './render.ts'

/** What was added to the spec, or why nothing was added and what to do. */
export type Addition = { path: string; todos: Todo[] } | { problem: string }

/** What is left to the author, at a line of a file. */
export interface Todo {
  file: string
  line: number
  todo: string
}

/**
 * Writes the files of an operation into a spec that passes lint. The spec still passes it afterwards.
 *
 * @param folder The folder of the spec.
 * @param parts The parts of the path, such as `acs`, `users` and `create`.
 */
export async function addOperation(folder: string, parts: string[]): Promise<Addition> {
  const flaw = findFlaw(parts)
  if (flaw) return { problem: flaw }
  const bundled = await bundleSpec(folder)
  if ('problems' in bundled)
    return { problem: `${bundled.problems.map(formatProblem).join('\n\n')}\n\nFix this first.` }
  const document = JSON.parse(bundled.text)
  const operations = readOperations(document)
  const names = nameOperation(parts)
  const clash = findClash(names, operations)
  if (clash) return { problem: `The client cannot have ${names.path} beside ${clash.path}: choose another name.` }

  const neighbour = operations.find(({ tags }) => tags.includes(names.group)) ?? operations[0]!
  const files = createFiles(names, {
    neighbour: parse(await readFile(join(folder, `paths/${neighbour.id}.yaml`), 'utf8')),
    hasSchema: Object.hasOwn(document.components.schemas, names.object),
    object: findObject(operations, names),
  })
  const taken = files.find(({ file }) => existsSync(join(folder, file)))
  if (taken) return { problem: `spec/${taken.file} exists already: edit it, or choose another name.` }

  const openapi = await readFile(join(folder, 'openapi.yaml'), 'utf8')
  const texts: [file: string, text: string][] = [
    ['openapi.yaml', addPath(openapi, names)],
    ...files.map((file): [string, string] => [file.file, renderFile(file)]),
  ]
  for (const [file, text] of texts) await writeFile(join(folder, file), text)
  return {
    path: names.path,
    todos: texts.flatMap(([file, text]) => findTodos(text).map((todo) => ({ file, ...todo }))),
  }
}

/** An object of the group in an example of a response. */
function findObject(operations: Operation[], { object, group }: Names): Json | undefined {
  const contents = operations.flatMap(({ success }) => success?.contents ?? [])
  const values: Json[] = contents.flatMap(({ examples }) => examples.map(({ value }) => value))
  return values.map((value) => value?.[object] ?? value?.[group]?.[0]).find(Boolean)
}
