import { defineConfig } from 'astro/config'
import { buildVersions } from './scripts/build-versions.ts'
import { checkDocument } from './scripts/check-document.ts'

// Links are relative, so the site works under any base path, and each page is a file, so it works without a server.
export default defineConfig({
  ...(process.env['DOCS_SITE_URL'] && { site: process.env['DOCS_SITE_URL'] }),
  build: { format: 'file' },
  devToolbar: { enabled: false },
  integrations: [checkDocument(), buildVersions()],
})
