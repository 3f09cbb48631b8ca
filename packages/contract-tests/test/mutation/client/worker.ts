import { parentPort, workerData } from 'node:worker_threads'
import { createCopies, readSources } from './copies.ts'
import { findObjection } from './objections.ts'
import { applyMutant, type ClientMutant } from './operators.ts'

/** Judges mutants one after the other; the parent ends it where one blocks the thread for good. */
const { mutants, folder: parent }: { mutants: ClientMutant[]; folder: string } = workerData
// What a mutant leaves behind comes when the next one is judged.
process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})
const copies = await createCopies(parent)
const sources = await readSources()
for (const [index, mutant] of mutants.entries()) {
  parentPort!.postMessage({ index })
  const source = applyMutant(mutant, sources.get(mutant.file)!)
  const objection = await copies.import(mutant.file, source).then(
    ({ client, folder }) => findObjection(client, folder),
    (error: unknown) => `it does not load: ${String(error)}`,
  )
  parentPort!.postMessage({ index, objection: objection ?? null })
}
parentPort!.postMessage({ isDone: true })
