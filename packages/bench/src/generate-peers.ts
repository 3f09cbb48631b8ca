import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generateHeyApi, generateOrval, generateRedocly, type Generate } from './generators.ts'

const output = fileURLToPath(new URL('../generated/', import.meta.url))
const input = fileURLToPath(import.meta.resolve('@seam-acs/spec'))
const peers: Record<string, Generate> = { redocly: generateRedocly, 'hey-api': generateHeyApi, orval: generateOrval }

await rm(output, { recursive: true, force: true })
for (const [name, generatePeer] of Object.entries(peers)) {
  await generatePeer(input, `${output}${name}`).catch((error: unknown) =>
    console.error(`${name} could not be generated, so the tables leave it out:`, String(error)),
  )
}
