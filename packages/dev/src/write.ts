import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasText, updateFile } from '@seam-acs/codegen/generated-file'
import { emitModule } from '@seam-acs/runner/emit'
import type { Derived } from './derive.ts'

/**
 * Writes the bundle and the generated modules that changed, and what these become in the `dist` of their packages.
 *
 * @returns What changed: `reference`, and the packages.
 */
export async function writeDerived(root: string, { bundle, modules }: Derived): Promise<Set<string>> {
  const changed = new Set<string>()
  for (const { package: name, file, text } of modules) {
    const folder = join(root, 'packages', name)
    if (await hasText(join(folder, file), text)) continue
    changed.add(name)
    for (const [path, emitted] of emitModule(folder, file, text)) await write(join(folder, 'dist', path), emitted)
    // Last, so that the next run repeats what this one could not finish.
    await write(join(folder, file), text)
  }
  if (await write(join(root, 'spec/dist/openapi.json'), bundle)) changed.add('reference')
  return changed
}

async function write(file: string, text: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true })
  return updateFile(file, text)
}
