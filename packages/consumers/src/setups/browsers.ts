import { callSuite, esmImports } from './programs.ts'
import type { Setup } from './setup.ts'

/** The server that serves the page is also the other end of the suite, so no request leaves the page's origin. */
const program = `${esmImports}
const result = await ${callSuite({ options: 'endpoint: location.origin' })}
await fetch('/result', { method: 'POST', body: JSON.stringify(result) })
`

const page = (head: string) => `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
${head}
<script type="module" src="./program.mjs"></script>
`

const importMap = {
  imports: {
    '@cfworker/json-schema': '/node_modules/@cfworker/json-schema/dist/esm/index.js',
    '@seam-acs/client': '/node_modules/@seam-acs/client/dist/index.js',
    '@seam-acs/client/openapi-fetch': '/node_modules/@seam-acs/client/dist/openapi-fetch.js',
    '@seam-acs/client/validator': '/node_modules/@seam-acs/client/dist/validation/validator.js',
    '@seam-acs/mock': '/node_modules/@seam-acs/mock/dist/index.js',
    '@seam-acs/mock/contract': '/node_modules/@seam-acs/mock/dist/mock.js',
    'openapi-fetch': '/node_modules/openapi-fetch/dist/index.mjs',
  },
}

export const browsers: Setup[] = [
  {
    name: 'Chromium with a bundle of vite',
    packages: ['vite'],
    files: { 'program.mjs': program, 'index.html': page('') },
    commands: [['vite/bin/vite.js', 'build', '--logLevel=error', '--base=./']],
    page: 'dist/index.html',
  },
  {
    name: 'Chromium with an import map',
    packages: [],
    files: {
      'program.mjs': program,
      'index.html': page(`<script type="importmap">${JSON.stringify(importMap)}</script>`),
    },
    commands: [],
    page: 'index.html',
  },
]
