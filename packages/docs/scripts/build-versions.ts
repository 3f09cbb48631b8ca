import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { AstroIntegration } from 'astro'
import { current, sites } from '../src/contract/document/versions.ts'

/** Builds the site of each released version into `v/<version>/` of the current one, after it. */
export const buildVersions = (): AstroIntegration => ({
  name: 'versions',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      if (current) return
      const site = fileURLToPath(dir)
      for (const { version, file } of sites) {
        const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', join(site, 'v', version)]
        // Without an address, because search engines should find the current version only.
        const { DOCS_SITE_URL: _, ...others } = process.env
        const env = { ...others, DOCS_DOCUMENT: file, DOCS_CURRENT: site }
        await promisify(execFile)(process.execPath, astro, { env })
        logger.info(`built ${version}`)
      }
    },
  },
})
