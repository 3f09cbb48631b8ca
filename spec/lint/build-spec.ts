// Lints the spec in the working directory and bundles it into dist/openapi.json, or prints the problems to fix.
import { mkdir, writeFile } from 'node:fs/promises'
import { bundleSpec } from './bundle-spec.ts'
import { formatProblem } from './problems.ts'

const result = await bundleSpec(process.cwd())
if ('problems' in result) {
  process.exitCode = 1
  for (const problem of result.problems) console.error(`\n${formatProblem(problem)}`)
  console.error(
    '\nThe spec was not bundled. Fix this and build again; spec/README.md explains how the spec is written.',
  )
} else {
  await mkdir('dist', { recursive: true })
  await writeFile('dist/openapi.json', result.text)
}
