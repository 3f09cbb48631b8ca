import { generatedFiles } from '@seam-acs/codegen/generated-files'
import { toMockContract } from '@seam-acs/codegen/mock'
import { createMockFor, type Mock } from '@seam-acs/mock/contract'
import { bundleSpec } from '@seam-acs/spec/bundle-spec'
import type { Problem } from '@seam-acs/spec/problems'

/** Everything that follows from a spec without problems. */
export interface Derived {
  /** The text of the bundle. */
  bundle: string
  /** The generated modules of the published packages. */
  modules: { package: string; file: string; text: string }[]
  /** What the mock knows, in JSON. */
  contract: string
  mock: Mock
}

/**
 * Derives everything from the spec in a folder, without writing anything.
 *
 * @throws {Error} with a message for the author, if lint allows what a generator does not support.
 */
export async function derive(spec: string): Promise<Derived | { problems: Problem[] }> {
  const bundled = await bundleSpec(spec)
  if ('problems' in bundled) return bundled
  const contract = JSON.parse(bundled.text)
  const modules: Derived['modules'] = []
  for (const [name, renders] of Object.entries(generatedFiles)) {
    for (const [file, render] of Object.entries(renders)) {
      modules.push({ package: name, file, text: await render(contract) })
    }
  }
  const known = toMockContract(contract)
  return {
    bundle: bundled.text,
    modules,
    contract: JSON.stringify(known),
    mock: createMockFor(known, { maxCredentials: 10_000 }),
  }
}
