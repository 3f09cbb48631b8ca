import { readFile } from 'node:fs/promises'
import { build, transform, type Plugin } from 'esbuild'

/** A style sheet becomes a string, which a script adopts, because the policy of the pages allows only their own styles. */
const styles: Plugin = {
  name: 'styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    }),
}

/**
 * A program for the browser as a classic script, because a page that is opened from a folder cannot load a module.
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

/** A response with a script. */
export const serveScript = (code: string) =>
  new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
