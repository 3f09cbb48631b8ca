import { readFile } from 'node:fs/promises'
import { build, transform, type Plugin } from 'esbuild'

/** A style sheet becomes a text, which a script adopts: the policy of the pages knows their own styles only. */
const styles: Plugin = {
  name: 'styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    }),
}

/**
 * A program for the browser as a classic script, for a module cannot be loaded from a folder.
 *
 * @param entry From the package's folder, in which Astro runs.
 * @param constants Values for names that the program uses without declaring them.
 */
export async function bundle(entry: string, constants: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    format: 'iife',
    legalComments: 'none',
    minify: true,
    plugins: [styles],
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]!.text
}

/** An answer of the site that is a script. */
export const serveScript = (code: string) =>
  new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
