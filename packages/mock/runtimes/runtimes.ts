import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createProject, run } from './project.ts'

type Project = Awaited<ReturnType<typeof createProject>>

const imports = "import { createMock } from '@seam-acs/mock'\nimport { runCore } from './core.js'\n"

/** How to run the core in each runtime. Each returns what the core returns, except for the recipe, which has no core. */
export const runtimes: Record<string, (project: Project) => Promise<string | undefined>> = {
  async Bun(project) {
    return runProgram(project, project.bin('bun'), ['run', 'program.js'])
  },
  async Deno(project) {
    return runProgram(project, project.bin('deno'), ['run', '--no-lock', '--node-modules-dir=manual', 'program.js'])
  },
  workerd: runInWorker,
  'Chromium, under a strict content security policy': runUnderPolicy,
  'Chromium, with the recipe for Playwright': runRecipe,
  jest: runInJest,
}

async function runProgram({ folder }: Project, program: string, args: string[]): Promise<string> {
  await writeFile(join(folder, 'program.js'), `${imports}console.log(await runCore(createMock))`)
  return (await run(program, args, { cwd: folder })).stdout.trim()
}

async function bundle({ folder, bin }: Project, name: string, program: string): Promise<void> {
  await writeFile(join(folder, `${name}.source.js`), imports + program)
  await run(bin('esbuild'), [`${name}.source.js`, '--bundle', '--format=esm', `--outfile=${name}`], { cwd: folder })
}

async function runInWorker(project: Project): Promise<string> {
  await bundle(project, 'worker.js', 'export default { fetch: async () => new Response(await runCore(createMock)) }')
  const port = await findPort()
  await writeFile(
    join(project.folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);`,
  )
  const server = spawn(project.bin('workerd'), ['serve', 'config.capnp'], {
    cwd: project.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  server.stderr.on('data', (chunk) => (errors += chunk))
  try {
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)
      if (response?.ok) return await response.text()
      if (response || server.exitCode !== null) throw new Error(errors)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    server.kill('SIGKILL')
  }
}

async function runUnderPolicy(project: Project): Promise<string> {
  const script = 'document.title = await runCore(createMock).catch((error) => `${error}`)'
  return runInPage(project, script)
}

/** A page without a mock, whose requests go to the one of the recipe. */
async function runRecipe(project: Project): Promise<undefined> {
  const recipe = join(project.folder, 'recipe.mjs')
  await writeFile(recipe, await readRecipe('page.route'))
  const script = `const send = (prefer) => fetch('https://connect.getseam.com/acs/credentials/create', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json', ...prefer },
      body: JSON.stringify({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '4711' }),
    }).then(async (response) => \`\${response.status} \${(await response.json()).acs_credential?.code}\`, (error) => error.name)
    const responses = [await send(), await send({ prefer: 'code=429' }), await send({ prefer: 'fault=drop' })]
    document.title = responses.join()`
  const responses = await runInPage(project, script, recipe)
  if (responses !== '200 4711,429 undefined,TypeError') throw new Error(responses)
}

/** @param recipe A module whose `mockSeam` takes the page before it loads. */
async function runInPage(project: Project, program: string, recipe?: string): Promise<string> {
  const { folder } = project
  await bundle(project, 'page.js', program)
  const script = await readFile(join(folder, 'page.js'))
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.setHeader('content-security-policy', policy)
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await writeFile(
    join(folder, 'browser.mjs'),
    `import chromium from '@sparticuz/chromium'
    import { chromium as playwright } from 'playwright-core'
    const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
    const page = await browser.newPage()
    ${recipe === undefined ? '' : `await (await import(${JSON.stringify(recipe)})).mockSeam(page)`}
    await page.goto('http://127.0.0.1:${(server.address() as AddressInfo).port}/')
    await page.waitForFunction(() => document.title !== '', undefined, { timeout: 60_000 })
    console.log(await page.title())
    await browser.close()`,
  )
  try {
    // As in a Lambda function, for which the package brings the libraries and fonts that a browser needs.
    const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: folder }
    return (await run(process.execPath, ['browser.mjs'], { cwd: folder, env })).stdout.trim()
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

const policy = "default-src 'none'; script-src 'self'; connect-src https://connect.getseam.com"

/** The JavaScript of the README that contains a text. */
async function readRecipe(part: string): Promise<string> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  return [...readme.matchAll(/```js\n(.*?)```/gs)].find(([, code]) => code!.includes(part))![1]!
}

/** In the default configuration. */
async function runInJest({ folder, bin }: Project): Promise<string> {
  const own = join(folder, 'jest')
  await mkdir(own)
  await writeFile(join(own, 'package.json'), '{}')
  await run(bin('esbuild'), ['core.js', '--format=cjs', '--outfile=jest/core.js'], { cwd: folder })
  await writeFile(join(own, 'recipe.test.js'), await readRecipe('require('))
  await writeFile(
    join(own, 'core.test.js'),
    `const { writeFileSync } = require('node:fs')
    const { createMock } = require('@seam-acs/mock')
    const { runCore } = require('./core.js')
    test('the core of the mock works', async () => writeFileSync('result.txt', await runCore(createMock)))`,
  )
  await run(bin('jest'), [], { cwd: own })
  return readFile(join(own, 'result.txt'), 'utf8')
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
