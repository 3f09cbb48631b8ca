import { parentPort, workerData } from 'node:worker_threads'
import { createCopies, readSources } from './copies.ts'
import { findObjection } from './objections.ts'
import { applyMutant, type ClientMutant } from './operators.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (message: object) => parentPort!.postMessage(message)

/** Checks mutants one after the other. The parent ends the thread if a mutant blocks it. */
const { mutants, folder: parent }: { mutants: ClientMutant[]; folder: string } = workerData
// A rejection that a mutant leaves behind can arrive while the next one is checked.
process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})
const copies = await createCopies(parent)
const sources = await readSources()
tell({})
for (const mutant of mutants) {
  const source = applyMutant(mutant, sources.get(mutant.file)!)
  const objection = await copies.import(mutant.file, source).then(
    ({ client, folder }) => findObjection(client, folder, () => tell({})),
    (error: unknown) => `it does not load: ${String(error)}`,
  )
  tell({ objection: objection ?? null })
}
tell({ isDone: true })
