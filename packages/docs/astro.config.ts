import { defineConfig } from 'astro/config'
import { buildVersions } from './scripts/build-versions.ts'
import { checkDocument } from './scripts/check-document.ts'

// Links are relative, so the site works under any base path, and each page is a file, so it works without a server.
const { DOCS_SITE_URL: site } = process.env

export default defineConfig({
  // Pages are resolved against it, which would replace the last segment of an address without a slash at its end.
  ...(site && { site: site.replace(/\/?$/, '/') }),
  build: { format: 'file' },
  devToolbar: { enabled: false },
  integrations: [checkDocument(), buildVersions()],
})
