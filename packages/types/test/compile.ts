import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const directory = fileURLToPath(new URL('.', import.meta.url))
const program = `${directory}program.ts`
const types = `${directory}types.ts`

/** The files that no test changes. Parsing the standard library takes longer than a test. */
const parsed = new Map<string, ts.SourceFile>()

/**
 * The full text of each compile error of a program in the folder of this file.
 *
 * @param declarations Declarations to use instead of the package's own.
 */
export function compile(text: string, declarations?: string): string[] {
  const paths = declarations ? { '@seam-acs/types': [types] } : {}
  const configuration = { extends: '../tsconfig.json', compilerOptions: { paths } }
  const { options } = ts.parseJsonConfigFileContent(configuration, ts.sys, directory)
  const texts = new Map([
    [program, text],
    [types, declarations],
  ])
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile, readFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.getSourceFile = (file, version) => {
    const source = parsed.get(file) ?? getSourceFile(file, version)
    if (source && !texts.has(file)) parsed.set(file, source)
    return source
  }
  return ts
    .getPreEmitDiagnostics(ts.createProgram([program], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
