import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

const workingDirectory = fileURLToPath(new URL('.', import.meta.url))

export interface BundleOptions {
  /** Whether what the program imports by `import()` gets files of its own. */
  splitting?: boolean
  plugins?: Plugin[]
}

/** The bytes of a program's files, minified and compressed with `gzip -9`. */
export interface BundleSize {
  /** The file that starts, with those that it imports. */
  atStart: number
  /** The files that only an `import()` loads. */
  later: number
}

/** Bundles a program that imports from this folder. Without splitting, everything is in the file that starts. */
export async function measureBundle(
  program: string,
  { splitting = false, plugins = [] }: BundleOptions = {},
): Promise<BundleSize> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: workingDirectory },
    absWorkingDir: workingDirectory,
    bundle: true,
    format: 'esm',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    minify: true,
    outdir: 'out',
    platform: 'node',
    plugins,
    splitting,
    write: false,
  })
  const loaded = new Set<string>()
  const load = (path: string): void => {
    if (loaded.has(path)) return
    loaded.add(path)
    for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement') load(imported)
  }
  load(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === '<stdin>')![0])
  const size: BundleSize = { atStart: 0, later: 0 }
  // The paths of both lists are in the same order.
  for (const [index, path] of Object.keys(metafile.outputs).entries())
    size[loaded.has(path) ? 'atStart' : 'later'] += gzipSync(outputFiles[index]!.contents, { level: 9 }).length
  return size
}
