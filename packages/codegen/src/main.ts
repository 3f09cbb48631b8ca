#!/usr/bin/env node
import { readContract } from '@seam-acs/spec/read-contract'
import { writeGenerated } from './generated-file.ts'
import { generatedFiles, type Render } from './generated-files.ts'

const [name = ''] = process.argv.slice(2)
const files: Record<string, Record<string, Render>> = generatedFiles
if (!Object.hasOwn(files, name)) throw new Error(`codegen ${name}: name one of ${Object.keys(files).join(', ')}.`)
const contract = await readContract()
for (const [file, render] of Object.entries(files[name]!)) {
  await writeGenerated(file, `packages/${name}/${file}`, await render(contract))
}
