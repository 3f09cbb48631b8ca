import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const library = dirname(fileURLToPath(import.meta.resolve('typescript')))
/** The generated types need `Date`, arrays and records, and a smaller library is read sooner. */
const standardLibrary = 'lib.es5.d.ts'
const languageVersion = ts.ScriptTarget.ES2022
const options: ts.CompilerOptions = {
  lib: [standardLibrary],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  strict: true,
  target: languageVersion,
  types: [],
}

/** A program of files that exist in memory only, by their names, such as `/base.ts`. */
export function createProgram(files: Map<string, string>): ts.Program {
  const isOurs = (file: string) => files.has(file)
  const read = (file: string) => files.get(file) ?? readFileSync(join(library, basename(file)), 'utf8')
  const host: ts.CompilerHost = {
    fileExists: isOurs,
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => join(library, standardLibrary),
    getDefaultLibLocation: () => library,
    getNewLine: () => '\n',
    // Comments say nothing about types, and are half of the text.
    getSourceFile: (file) =>
      isOurs(file) || basename(file).startsWith('lib.')
        ? ts.createSourceFile(file, read(file), { languageVersion, jsDocParsingMode: ts.JSDocParsingMode.ParseNone })
        : undefined,
    readFile: (file) => files.get(file),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => {},
  }
  return ts.createProgram([...files.keys()], options, host)
}

/** What a module exports, by its name, as types. */
export function exportsOf(program: ts.Program, file: string): Map<string, ts.Type> {
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)
  const symbols = module ? checker.getExportsOfModule(module) : []
  return new Map(symbols.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]))
}
