// Writes the files of a new operation into spec/, and lists what is left to its author.
import { join } from 'node:path'
import { repository } from '../repository-files.ts'
import { addOperation } from './add-operation.ts'

const addition = await addOperation(join(repository, 'spec'), process.argv.slice(2))
if ('problem' in addition) {
  console.error(addition.problem)
  process.exitCode = 1
} else {
  console.log(`Added ${addition.path} to spec/openapi.yaml, which still passes lint. Left for you to do:\n`)
  for (const { file, line, todo } of addition.todos) console.log(`spec/${file}:${line}\n  ${todo}`)
  console.log('\nDelete each comment `TODO` when you have done what it says. `check` fails until all are deleted.')
  console.log('Then continue with step 2 of "Changing the API in five steps" in README.md.')
}
