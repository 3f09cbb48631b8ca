import { createMock } from '@seam-acs/mock'
import { runCore } from './core.js'
import { createProject } from './project.ts'
import { runtimes } from './runtimes.ts'

await using project = await createProject()
const expected = await runCore(createMock)
let failures = 0
for (const [name, runIn] of Object.entries(runtimes)) {
  try {
    const actual = await runIn(project)
    if (actual !== undefined && actual !== expected) throw new Error(`it gives ${actual}\ninstead of ${expected}`)
    console.log(`${name}: ${actual === undefined ? 'works' : 'the same as in Node'}`)
  } catch (error) {
    failures++
    console.error(`${name}: ${(error as Error).message}`)
  }
}
process.exitCode = failures > 0 ? 1 : 0
