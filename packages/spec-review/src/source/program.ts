import ts from 'typescript'

const library = '/library.d.ts'
/** What generated types use of the standard library, all of which takes longer to read than most of them. */
const libraryText = `
  interface Array<Item> { length: number; [index: number]: Item }
  interface Boolean {}
  interface CallableFunction {}
  interface Date { getTime(): number; toISOString(): string }
  interface Function {}
  interface IArguments {}
  interface NewableFunction {}
  interface Number {}
  interface Object {}
  interface ReadonlyArray<Item> { readonly length: number; readonly [index: number]: Item }
  interface RegExp {}
  interface String { readonly length: number }
  type Exclude<Type, Other> = Type extends Other ? never : Type
  type Extract<Type, Other> = Type extends Other ? Type : never
  type NonNullable<Type> = Type & {}
  type Omit<Type, Key extends keyof any> = Pick<Type, Exclude<keyof Type, Key>>
  type Partial<Type> = { [Key in keyof Type]?: Type[Key] }
  type Pick<Type, Key extends keyof Type> = { [Each in Key]: Type[Each] }
  type Record<Key extends keyof any, Value> = { [Each in Key]: Value }
  type Required<Type> = { [Key in keyof Type]-?: Type[Key] }
`
const languageVersion = ts.ScriptTarget.ES2022
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  strict: true,
  target: languageVersion,
  types: [],
}

/** A program of files that exist in memory only, by their names, such as `/base.ts`. */
export function createProgram(files: Map<string, string>): ts.Program {
  const texts = new Map([...files, [library, libraryText]])
  const host: ts.CompilerHost = {
    fileExists: (file) => texts.has(file),
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => library,
    getNewLine: () => '\n',
    // Comments say nothing about types, and are half of the text.
    getSourceFile(file) {
      const text = texts.get(file)
      const parsing = { languageVersion, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }
      return text === undefined ? undefined : ts.createSourceFile(file, text, parsing)
    },
    readFile: (file) => texts.get(file),
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
