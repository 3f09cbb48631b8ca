#!/usr/bin/env node
// Builds a published package from src/ into dist/, each file on its own, so that a class exists once in a format.
// `build-package esm commonjs` puts ES modules into dist/ and CommonJS into dist/cjs/; `build-package commonjs` needs no
// second folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import ts from 'typescript'

const formats = {
  esm: { type: 'module', options: { module: ts.ModuleKind.ESNext } },
  commonjs: {
    type: 'commonjs',
    options: { esModuleInterop: true, module: ts.ModuleKind.CommonJS, verbatimModuleSyntax: false },
  },
} satisfies Record<string, { type: string; options: ts.CompilerOptions }>

type Format = keyof typeof formats

/** Checks the types and returns the declarations by their path in dist/. */
function emitDeclarations({ fileNames, options }: ts.ParsedCommandLine): Map<string, string> {
  const program = ts.createProgram(fileNames, options)
  const declarations = new Map<string, string>()
  const write = (path: string, text: string) => void declarations.set(relative(options.outDir!, path), text)
  const { diagnostics } = program.emit(undefined, write, undefined, true)
  const found = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (found.length === 0) return declarations
  const host = { getCanonicalFileName: String, getCurrentDirectory: () => process.cwd(), getNewLine: () => '\n' }
  throw new Error(ts.formatDiagnostics(found, host))
}

/** The modules by their path in dist/. Their comments are in src/, which is published too. */
function transpile({ fileNames, options }: ts.ParsedCommandLine, format: Format): Map<string, string> {
  const compilerOptions = { ...options, ...formats[format].options, declaration: false, removeComments: true }
  return new Map(
    fileNames.map((fileName) => [
      relative(options.rootDir!, fileName).replace(/\.ts$/, '.js'),
      ts.transpileModule(readFileSync(fileName, 'utf8'), { compilerOptions, fileName }).outputText,
    ]),
  )
}

function writeFiles(folder: string, files: Iterable<[path: string, text: string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function readConfig(): ts.ParsedCommandLine {
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }: ts.Diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic }
  return ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', { emitDeclarationOnly: true }, host)!
}

function build([format, second]: readonly Format[]): void {
  const config = readConfig()
  const declarations = emitDeclarations(config)
  rmSync('dist', { recursive: true, force: true })
  writeFiles('dist', [...declarations, ...transpile(config, format!)])
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  if (formats[format!].type !== manifest.type) writeManifest('dist', format!)
  if (!second) return

  const withoutMaps = [...declarations]
    .filter(([path]) => path.endsWith('.d.ts'))
    .map(([path, text]): [string, string] => [path, text.replace(/^\/\/# sourceMappingURL=.*\n?/m, '')])
  // Programs are started, never required.
  const programs = Object.values<string>(manifest.bin ?? {}).map((path) => basename(path, '.js'))
  const files = [...withoutMaps, ...transpile(config, second)].filter(
    ([path]) => !programs.includes(path.replace(/\.(d\.ts|js)$/, '')),
  )
  writeFiles('dist/cjs', files)
  writeManifest('dist/cjs', second)
}

/** Says which format a folder has where it is not that of the package. */
function writeManifest(folder: string, format: Format): void {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: formats[format].type, sideEffects: false })}\n`)
}

try {
  build(process.argv.slice(2) as Format[])
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
