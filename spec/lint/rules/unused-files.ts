import { globSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Context, Resolved, Visitor } from '../redocly.ts'

/** Every file is used. Redocly's `no-unused-components` checks what openapi.yaml lists, not the files. */
export const unusedFiles = (): Visitor => {
  const usedFiles = new Set<string | undefined>()
  return {
    ref(_reference: unknown, _context: Context, resolved: Resolved) {
      usedFiles.add(resolved.location?.source.absoluteRef)
    },
    Root: {
      leave(_root: unknown, { location, report }: Context) {
        const folder = dirname(location.source.absoluteRef)
        for (const file of globSync('{components,paths}/**/*.yaml', { cwd: folder }).toSorted()) {
          if (usedFiles.has(resolve(folder, file))) continue
          report({ message: `Delete ${file} or refer to it, because nothing does.`, location })
        }
      },
    },
  }
}
