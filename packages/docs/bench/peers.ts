import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { source } from '../src/contract/document/document.ts'
import { operations } from '../src/contract/pages/pages.ts'
import { dist } from '../test/helpers/site.ts'
import { cache, install, versions } from './peer-packages.ts'

/** A built reference of our bundle. */
export interface Site {
  name: string
  folder: string
  /** Its page of an operation, from its root: for some the only page. */
  page: string
}

export const ours: Site = { name: 'this site', folder: dist, page: `${operations[0]!.page}.html` }

/** The ready-made generators, each with its defaults, except that its own script is served from here, so that it works without a network. */
export const peers: { name: string; build: () => Promise<Site> }[] = [
  { name: `Redoc (@redocly/cli ${versions['@redocly/cli']})`, build: buildRedoc },
  { name: `Scalar (@scalar/api-reference ${versions['@scalar/api-reference']})`, build: buildScalar },
  { name: `Starlight ${versions['@astrojs/starlight']} with starlight-openapi`, build: buildStarlight },
].map(({ name, build }) => ({ name, build: async () => ({ name, ...(await build()) }) }))

async function createFolder(name: string): Promise<string> {
  const folder = join(cache, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'openapi.json'), source)
  return folder
}

async function buildRedoc(): Promise<Omit<Site, 'name'>> {
  const packages = await install('@redocly/cli')
  const folder = await createFolder('redoc')
  const program = join(packages, 'node_modules/@redocly/cli/bin/cli.js')
  await promisify(execFile)(
    process.execPath,
    [program, 'build-docs', 'openapi.json', '--inlineBundle', '--output=index.html'],
    { cwd: folder, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' } },
  )
  return { folder, page: 'index.html' }
}

async function buildScalar(): Promise<Omit<Site, 'name'>> {
  const packages = await install('@scalar/api-reference')
  const folder = await createFolder('scalar')
  const script = join(packages, 'node_modules/@scalar/api-reference/dist/browser/standalone.js')
  await cp(script, join(folder, 'standalone.js'))
  // As in its own instructions, except the address of the script.
  const html = `<!doctype html>
<html>
  <head>
    <title>Scalar API Reference</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
  </head>
  <body>
    <div id="app"></div>
    <script src="standalone.js"></script>
    <script>
      Scalar.createApiReference('#app', { url: 'openapi.json' })
    </script>
  </body>
</html>
`
  await writeFile(join(folder, 'index.html'), html)
  return { folder, page: 'index.html' }
}

async function buildStarlight(): Promise<Omit<Site, 'name'>> {
  // In the same folder, for Astro finds integrations by the dependencies of the package that it builds.
  const folder = await install('astro', '@astrojs/markdown-satteri', '@astrojs/starlight', 'starlight-openapi')
  const files = {
    'openapi.json': source,
    'astro.config.mjs': `import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
import starlightOpenAPI, { openAPISidebarGroups } from 'starlight-openapi'

export default defineConfig({
  integrations: [
    starlight({
      title: 'API',
      plugins: [starlightOpenAPI([{ base: 'api', schema: './openapi.json' }])],
      sidebar: openAPISidebarGroups,
    }),
  ],
})
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
    'src/content/docs/index.md': '---\ntitle: API\n---\n',
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  return { folder: join(folder, 'dist'), page: `api/operations/${operations[0]!.id.toLowerCase()}/` }
}
