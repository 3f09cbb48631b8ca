import { record } from '@seam-acs/recorder/record'
import { contract } from './contract.ts'
import { folder } from './recordings.ts'

process.exitCode = await record(process.argv.slice(2), {
  contract,
  env: process.env,
  fetch,
  folder,
  print: (line) => console.log(line),
})
