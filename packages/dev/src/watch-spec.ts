import { once } from 'node:events'
import { relative, sep } from 'node:path'
import { watch } from 'chokidar'

/**
 * Watches the YAML of the spec in a folder. Editors save it in place or by renaming a new file; both are seen.
 *
 * @param notice Takes the path of a file that was changed, added or deleted, relative to the folder of the spec.
 */
export async function watchSpec(folder: string, notice: (file: string) => void): Promise<{ close(): Promise<void> }> {
  const name = (path: string) => relative(folder, path).replaceAll(sep, '/')
  // Folders and not files, because a watch on a file ends when another file replaces it.
  const watcher = watch(folder, {
    ignored: (path) => !/^(|openapi\.yaml|(components|paths)(\/[^./][^/]*)*)$/.test(name(path)),
    ignoreInitial: true,
  })
  watcher.on('all', (_event, path) => {
    if (path.endsWith('.yaml')) notice(name(path))
  })
  await once(watcher, 'ready')
  return watcher
}
