import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { transpile } from '@seam-acs/runner/emit'
import { camelCase, findJson, readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import type { Plugin } from 'esbuild'
import ts from 'typescript'
import { measureBundle } from '../../src/bundle.ts'

/** What one call costs in a client with other operations. */
export interface CallCost {
  /** The type instantiations that the call adds to a program. */
  instantiations: number
  /** Bytes of a program with the function of the operation, compressed. */
  functionBytes: number
  /** Bytes of a program with the function and the checks of its bodies, compressed. */
  checkedBytes: number
  /** Bytes of a program with the method, compressed. */
  methodBytes: number
}

const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))

/** Lets a bundle have the modules as `build-package` writes them into the package. */
const asPublished: Plugin = {
  name: 'as-published',
  setup({ onLoad }) {
    const options = { target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: transpile(path, await readFile(path, 'utf8'), options, 'esm'),
    }))
  },
}

/** @param client The folder of the client, as `writeClient` wrote it. */
export async function measureCall(document: OpenApiDocument, client: string): Promise<CallCost> {
  const [operation] = readOperations(document)
  const { id, names, request } = operation!
  const example = JSON.stringify(findJson(request!.contents)!.examples[0]!.value)
  const method = `new Seam().${names.join('.')}`
  const index = JSON.stringify(join(client, 'src/index.ts'))
  const validator = JSON.stringify(join(client, 'src/validation/validator.ts'))
  const bundles = [
    `import { createSeamClient, ${camelCase(id)} } from ${index}\nconsole.log(await ${camelCase(id)}(createSeamClient(), ${example}))`,
    `import { createSeamClient, ${camelCase(id)} } from ${index}\nimport { createValidator, ${camelCase(id)}Checks } from ${validator}\nconst validator = createValidator([${camelCase(id)}Checks])\nconsole.log(await ${camelCase(id)}(createSeamClient({ validate: 'both', validator }), ${example}))`,
    `import { Seam } from ${index}\nconsole.log(await ${method}(${example}))`,
  ]
  const [functionBytes, checkedBytes, methodBytes] = await Promise.all(
    bundles.map(async (text) => (await measureBundle(text, { plugins: [asPublished] })).atStart),
  )
  await emitDeclarations(client)
  const start = `import { Seam } from '@seam-acs/client'\nconst seam = new Seam()\n`
  // As in the client's own test, the base awaits an interface that extends `Promise`, which costs any program the same.
  const base = await countInstantiations(
    client,
    `${start}interface Call extends Promise<string> {}\ndeclare const call: Call\nawait call\n`,
  )
  const call = await countInstantiations(client, `${start}await seam.${names.join('.')}(${example})\n`)
  return {
    instantiations: call - base,
    functionBytes: functionBytes!,
    checkedBytes: checkedBytes!,
    methodBytes: methodBytes!,
  }
}

/** Makes the client a package with declarations, as it is installed. */
async function emitDeclarations(client: string): Promise<void> {
  const target = join(client, 'node_modules/@seam-acs/client')
  const folders = ['--project', client, '--rootDir', join(client, 'src'), '--outDir', join(target, 'dist')]
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--noCheck']
  await promisify(execFile)(process.execPath, [compiler, ...folders, ...options])
  const manifest = {
    name: '@seam-acs/client',
    type: 'module',
    types: './dist/index.d.ts',
    exports: './dist/index.d.ts',
  }
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest))
}

let count = 0

async function countInstantiations(client: string, program: string): Promise<number> {
  const folder = join(client, `program-${++count}`)
  await mkdir(folder)
  await symlink(join(client, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const compilerOptions = {
    module: 'nodenext',
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: 'es2022',
    types: [],
  }
  await Promise.all([
    writeFile(join(folder, 'package.json'), '{ "type": "module" }'),
    writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions })),
    writeFile(join(folder, 'program.ts'), program),
  ])
  const { stdout } = await promisify(execFile)(process.execPath, [
    compiler,
    '--project',
    folder,
    '--extendedDiagnostics',
  ])
  return Number(/^Instantiations: +(\d+)$/m.exec(stdout)![1])
}
