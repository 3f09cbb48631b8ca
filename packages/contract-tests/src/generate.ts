import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeGenerated } from '@seam-acs/codegen/generated-file'
import { pnpm } from '@seam-acs/runner/command'
import { contract } from './contract.ts'
import { findLeftOver, generateFiles } from './generated-files.ts'
import { recordings } from './recordings.ts'

const { files } = generateFiles(contract, recordings)
const isCheck = process.argv.includes('--check')
for (const file of findLeftOver(recordings, files)) {
  if (isCheck) {
    console.error(`${file}: no longer needed. Run \`${pnpm} generate\`.`)
    process.exitCode = 1
  } else {
    await rm(toPath(file))
    console.log(`removed ${file}`)
  }
}
for (const [file, text] of files) {
  if (!isCheck && !existsSync(dirname(toPath(file)))) await mkdir(dirname(toPath(file)), { recursive: true })
  await writeGenerated(toPath(file), file, text)
}

function toPath(file: string): string {
  return fileURLToPath(new URL(`../../../${file}`, import.meta.url))
}
