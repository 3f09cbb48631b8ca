import { callSuite, esmImports } from './programs.ts'
import { findExample } from './readmes.ts'
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

/** Allows only the page's own scripts and requests to its own origin: no `eval`, and no other host. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"

/** Opens a page whose requests go to the mock through the README's recipe. */
const recipe = `import { chromium } from 'playwright-core'
import { mockSeam } from './recipe.mjs'
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--headless', '--no-sandbox'] })
const page = await browser.newPage()
await page.route('http://page.test/', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
await mockSeam(page)
await page.goto('http://page.test/')
const responses = await page.evaluate(async () => {
  const send = (prefer) => fetch('https://connect.getseam.com/acs/credentials/create', {
    method: 'POST',
    headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json', ...prefer },
    body: JSON.stringify({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '4711' }),
  }).then(async (response) => response.status + ' ' + (await response.json()).acs_credential?.code, (error) => error.name)
  return [await send(), await send({ prefer: 'code=429' }), await send({ prefer: 'fault=drop' })]
})
await browser.close()
if (responses.join() !== '200 4711,429 undefined,TypeError') throw new Error(responses.join())
`

export const browsers: Setup[] = [
  {
    name: 'Chromium with a bundle of vite and a strict content security policy',
    packages: ['vite'],
    files: {
      'program.mjs': program,
      'index.html': page(`<meta http-equiv="content-security-policy" content="${policy}">`),
    },
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
  {
    name: 'Playwright',
    packages: ['playwright-core'],
    files: { 'recipe.mjs': findExample('packages/mock/README.md', 'page.route('), 'program.mjs': recipe },
    commands: [['node', 'program.mjs']],
    needsBrowser: true,
    shows: 'a page gets the responses of the mock',
  },
]
