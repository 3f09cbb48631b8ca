import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('..', import.meta.url))

/** Folders that git ignores, or whose files people do not write. */
const skippedFolders = /^(\.astro|\.git|\.turbo|dist|generated|node_modules|recordings|versions)$/

/** Generated files, and logs of releases, which repeat other files. */
const skippedFiles = /^(CHANGELOG\.md|pnpm-lock\.yaml|.*\.gen\..*)$/

const textFiles = /^(run|.*\.(astro|css|html|js|json|md|mjs|sh|ts|txt|yaml|yml))$/

/** The paths of the text files that people write, relative to a folder. It works without git. */
export function listTextFiles(folder: string = repository): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      if (skippedFolders.test(entry.name)) return []
      return listTextFiles(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
    }
    return textFiles.test(entry.name) && !skippedFiles.test(entry.name) ? [entry.name] : []
  })
}
