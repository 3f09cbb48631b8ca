import { directory } from '../recording.ts'
import { record } from './record.ts'

process.exitCode = await record(process.argv.slice(2), {
  env: process.env,
  fetch,
  folder: directory,
  print: (line) => console.log(line),
})
