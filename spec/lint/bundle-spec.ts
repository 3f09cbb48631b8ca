import { join } from 'node:path'
import { bundle } from '@redocly/openapi-core'
import { createLinter, findProblems, selectCauses, type Problem } from './problems.ts'

/** The text of the bundle in JSON, or the problems to fix first. */
export type BundledSpec = { text: string } | { problems: Problem[] }

/** Lints the spec in a folder and bundles its files. */
export async function bundleSpec(folder: string): Promise<BundledSpec> {
  const linter = await createLinter()
  const problems = selectCauses(await findProblems(folder, linter))
  if (problems.length > 0) return { problems }
  const { bundle: document } = await bundle({ ref: join(folder, 'openapi.yaml'), ...linter })
  return { text: JSON.stringify(document.parsed, null, 2) }
}
