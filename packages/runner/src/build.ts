import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { pnpm } from './command.ts'
import { formats, readConfig, removeMapComment, transpile, type Format } from './emit.ts'

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

/** The modules by their path in dist/. */
const transpileAll = ({ fileNames, options }: ts.ParsedCommandLine, format: Format): Map<string, string> =>
  new Map(
    fileNames.map((fileName) => [
      relative(options.rootDir!, fileName).replace(/\.ts$/, '.js'),
      transpile(fileName, readFileSync(fileName, 'utf8'), options, format),
    ]),
  )

/** All files of dist/, by their path in it. */
function createFiles([format, second]: readonly Format[]): Map<string, string> {
  const config = readConfig('.')
  const declarations = emitDeclarations(config)
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const files = new Map([...declarations, ...transpileAll(config, format!)])
  if (formats[format!].type !== manifest.type) files.set('package.json', describeFormat(format!))
  if (!second) return files

  const withoutMaps = [...declarations]
    .filter(([path]) => path.endsWith('.d.ts'))
    .map(([path, text]): [string, string] => [path, removeMapComment(text)])
  // Programs are started, never required.
  const programs = Object.values<string>(manifest.bin ?? {}).map((path) => basename(path, '.js'))
  for (const [path, text] of [...withoutMaps, ...transpileAll(config, second)]) {
    if (!programs.includes(path.replace(/\.(d\.ts|js)$/, ''))) files.set(join('cjs', path), text)
  }
  return files.set(join('cjs', 'package.json'), describeFormat(second))
}

/** The manifest of a folder whose format may not be that of the package. */
const describeFormat = (format: Format) => `${JSON.stringify({ type: formats[format].type, sideEffects: false })}\n`

function writeFiles(files: Map<string, string>): void {
  rmSync('dist', { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join('dist', path)), { recursive: true })
    writeFileSync(join('dist', path), text)
  }
}

/** @throws {Error} if dist/ is not what src/ gives now. */
function checkFiles(files: Map<string, string>): void {
  const built = existsSync('dist') ? readdirSync('dist', { recursive: true, encoding: 'utf8' }) : []
  const present = built.filter((path) => statSync(join('dist', path)).isFile())
  const differs = (path: string) =>
    !present.includes(path) || readFileSync(join('dist', path), 'utf8') !== files.get(path)
  const wrong = [...new Set([...present, ...files.keys()])].find(differs)
  if (wrong) throw new Error(`dist/${wrong} is not what src/ gives now. Run \`${pnpm} build\`, then pack again.`)
}

/**
 * Builds the package of the working directory, or only checks its dist/.
 *
 * @throws {Error} with what is wrong with its types or its dist/.
 */
export function buildPackage(words: readonly string[]): void {
  const files = createFiles(words.filter((word) => word !== '--check') as Format[])
  if (words.includes('--check')) checkFiles(files)
  else writeFiles(files)
}
