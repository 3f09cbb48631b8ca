import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasText, updateFile } from '@seam-acs/codegen/generated-file'
import { emitModule } from '@seam-acs/runner/emit'
import type { Derived } from './derive.ts'

/**
 * Writes the bundle and the generated modules that changed, and what these become in the `dist` of their packages.
 * The first run assumes that `dist` was built from the sources that it finds.
 *
 * @returns A function that takes what was derived, and returns what changed: names of packages, and `reference`.
 */
export function createWriter(root: string): (derived: Derived) => Promise<Set<string>> {
  /** What each module in `dist` was made from. The source can be newer, because git writes it too. */
  const emitted = new Map<string, string>()

  return async ({ bundle, modules }) => {
    const changed = new Set<string>()
    for (const { package: name, file, text } of modules) {
      const folder = join(root, 'packages', name)
      const source = join(folder, file)
      const isWritten = await hasText(source, text)
      if (isWritten && !emitted.has(source)) emitted.set(source, text)
      if (isWritten && emitted.get(source) === text) continue
      changed.add(name)
      // If this run fails, the next one writes the module again.
      emitted.set(source, '')
      for (const [path, code] of emitModule(folder, file, text)) await write(join(folder, 'dist', path), code)
      await write(source, text)
      emitted.set(source, text)
    }
    if (await write(join(root, 'spec/dist/openapi.json'), bundle)) changed.add('reference')
    return changed
  }
}

async function write(file: string, text: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true })
  return updateFile(file, text)
}
