import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  const onUnRecoverableConfigFileDiagnostic = (diagnostic: ts.Diagnostic) => throwProblems([diagnostic])
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    join(client, 'tsconfig.json'),
    {
      declaration: true,
      emitDeclarationOnly: true,
      noCheck: true,
      noEmit: false,
      outDir: join(target, 'dist'),
      rootDir: join(client, 'src'),
    },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic },
  )!
  throwProblems(createProgram(fileNames, options).emit().diagnostics)
  const manifest = {
    name: '@seam-acs/client',
    type: 'module',
    types: './dist/index.d.ts',
    exports: './dist/index.d.ts',
  }
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest))
}

/** What `tsc --extendedDiagnostics` says of a program that uses the client. */
async function countInstantiations(client: string, text: string): Promise<number> {
  const file = join(client, 'program.ts')
  await writeFile(file, text)
  const program = createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  })
  throwProblems(ts.getPreEmitDiagnostics(program))
  return program.getInstantiationCount()
}

/** The files of the standard library, all of which take longer to read than the programs. */
const library = new Map<string, ts.SourceFile | undefined>()

function createProgram(files: readonly string[], options: ts.CompilerOptions): ts.Program {
  const host = ts.createCompilerHost(options)
  const folder = host.getDefaultLibLocation!()
  const read = host.getSourceFile
  host.getSourceFile = (file, ...how) => {
    const source = library.get(file) ?? read(file, ...how)
    if (file.startsWith(folder)) library.set(file, source)
    return source
  }
  return ts.createProgram(files, options, host)
}

function throwProblems(problems: readonly ts.Diagnostic[]): void {
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost({})))
}
