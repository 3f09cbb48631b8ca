import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serveReference } from '@seam-acs/docs/serve-reference'
import { createLoop } from './loop.ts'
import { serveMock } from './serve-mock.ts'
import { createUpdate } from './update.ts'
import { watchSpec } from './watch-spec.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Longer than the pauses between the files that an editor or a checkout writes together, in milliseconds. */
const burst = 20

/** Serves the reference and the mock, and brings them and the generated files up to date whenever the spec is saved. */
export async function startDev({ port, mockPort }: { port: number; mockPort: number }) {
  const mock = await serveMock(mockPort, console.log)
  const reference = await serveReference(port)
  const notice = createLoop(createUpdate({ root, reference, mock, print: console.log }), () => setTimeout(burst))
  let running: Promise<void> | undefined
  const watcher = await watchSpec(join(root, 'spec'), (file) => (running = notice(file)))
  // Everything may have changed since the last build.
  await notice('')
  console.log(`The reference is at ${reference.url}, and the mock at ${mock.endpoint}. To call the mock, set`)
  console.log(`  SEAM_ENDPOINT=${mock.endpoint} SEAM_API_KEY=seam_test_key`)
  console.log('Save a file of spec/ to update both and the generated files. Ctrl+C ends dev.')
  return {
    /** Finishes a running update first, so that no file is left half written. */
    close: async () => {
      await watcher.close()
      await running
      await Promise.all([reference.close(), mock.close()])
    },
  }
}
