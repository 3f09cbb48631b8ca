import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeGenerated } from '@seam-acs/codegen/generated-file'
import { contract } from './contract.ts'
import { findObsolete, generateFiles } from './generated-files.ts'
import { recordings } from './recordings.ts'

const { files } = generateFiles(contract, recordings)
for (const file of findObsolete(recordings, files)) {
  await rm(toPath(file))
  console.log(`removed ${file}`)
}
for (const [file, text] of files) {
  await mkdir(dirname(toPath(file)), { recursive: true })
  await writeGenerated(toPath(file), file, text)
}

function toPath(file: string): string {
  return fileURLToPath(new URL(`../../../${file}`, import.meta.url))
}
